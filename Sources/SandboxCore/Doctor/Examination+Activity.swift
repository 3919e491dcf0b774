internal import Postgres

extension Examination {
    /// What is going on in the database right now.
    /// - Parameters:
    ///   - patience: how many seconds a transaction may be open; six times as long is a problem.
    ///   - lockPatience: how many seconds a statement may wait for a lock.
    mutating func activity(patience: Int = 600, lockPatience: Int = 10) throws {
        try check(.transaction) { session in
            let open = try session.all(
                """
                SELECT a.pid, extract(epoch FROM clock_timestamp() - a.xact_start)::int
                FROM pg_stat_activity AS a
                WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
                    AND a.xact_start <= clock_timestamp() - make_interval(secs => \(patience)::int)
                ORDER BY a.xact_start
                """
            ) { (process: Int, seconds: Int) in
                Finding(
                    .transaction, seconds > patience * 6 ? .problem : .notice, String(process),
                    found: String(seconds / 60))
            }
            if !open.isEmpty { return open }
            let seesAll = try session.one("SELECT pg_has_role('pg_read_all_stats', 'USAGE')", as: Bool.self)
            return [Finding(.transaction, seesAll ? .ok : .hidden)]
        }
        try check(.locks) { session in
            let waiting: Int = try session.one(
                """
                SELECT count(*) FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
                WHERE NOT l.granted AND a.datname = current_database()
                    AND l.waitstart <= clock_timestamp() - make_interval(secs => \(lockPatience)::int)
                """)
            return [Finding(.locks, waiting > 0 ? .notice : .ok, found: String(waiting))]
        }
    }
}
