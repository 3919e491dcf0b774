internal import Postgres

extension Examination {
    /// What the server is and how it is configured.
    mutating func server(lanes: Int) throws {
        try check(.server) { session in
            let (version, number) = try session.one(
                "SELECT current_setting('server_version'), current_setting('server_version_num')::int"
            ) { (version: String, number: Int) in (version, number) }
            return [Finding(.server, number < 150_000 ? .problem : .ok, found: version, expected: "15")]
        }
        try check(.standby) { session in
            let isStandby = try session.one("SELECT pg_is_in_recovery()", as: Bool.self)
            return [Finding(.standby, isStandby ? .notice : .ok)]
        }
        try check(.setting) { session in
            let rules = ServerSetting.all
            let values = try session.all(
                "SELECT name, setting FROM pg_settings WHERE name = ANY (\(rules.map(\.name))::text[])"
            ) { (name: String, value: String) in (name, value) }
            let found = Dictionary(uniqueKeysWithValues: values)
            return rules.map { $0.finding(found[$0.name]) }
        }
        try check(.connections) { session in
            try session.all(
                """
                SELECT (SELECT sum(d.numbackends)::int FROM pg_stat_database AS d),
                    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                """
            ) { (used: Int, usable: Int) in Self.connections(used: used, usable: usable, lanes: lanes) }
        }
        try check(.wraparound) { session in
            try session.all("SELECT age(d.datfrozenxid) FROM pg_database AS d WHERE d.datname = current_database()") {
                (age: Int) in Self.wraparound(age)
            }
        }
        try check(.collation) { session in
            try session.all(
                """
                SELECT d.datcollversion, pg_database_collation_actual_version(d.oid)
                FROM pg_database AS d WHERE d.datname = current_database()
                """
            ) { (made: String?, now: String?) in
                Finding(.collation, made == now ? .ok : .problem, found: made, expected: now)
            }
        }
    }

    /// This program uses one connection while it looks.
    static func connections(used: Int, usable: Int, lanes: Int) -> Finding {
        let free = usable - used + 1
        let verdict: Finding.Verdict = free < lanes ? .problem : free * 5 < usable ? .notice : .ok
        return Finding(.connections, verdict, found: String(used), expected: String(usable))
    }

    /// PostgreSQL stops writing shortly before two billion, and begins to clean up at two hundred million.
    static func wraparound(_ age: Int) -> Finding {
        let verdict: Finding.Verdict = age > 1_000_000_000 ? .problem : age > 400_000_000 ? .notice : .ok
        return Finding(.wraparound, verdict, found: String(age), expected: "2000000000")
    }
}

/// A setting that matters, and the values it should have.
struct ServerSetting: Sendable {
    let name: String
    /// Empty: any value but 0, which means no limit.
    let wanted: [String]
    /// What another value is.
    let otherwise: Finding.Verdict

    /// Nil where the server does not show it.
    func finding(_ value: String?) -> Finding {
        guard let value else { return Finding(.setting, .hidden, name) }
        let isWanted = wanted.isEmpty ? value != "0" : wanted.contains(value)
        return Finding(.setting, isWanted ? .ok : otherwise, name, found: value, expected: wanted.first)
    }

    static let all: [ServerSetting] = [
        // Without these, a power failure loses what was confirmed, or damages the files.
        .init(name: "fsync", wanted: ["on"], otherwise: .problem),
        .init(name: "full_page_writes", wanted: ["on"], otherwise: .problem),
        .init(
            name: "synchronous_commit", wanted: ["on", "local", "remote_write", "remote_apply"], otherwise: .problem),
        .init(name: "data_checksums", wanted: ["on"], otherwise: .notice),
        .init(name: "autovacuum", wanted: ["on"], otherwise: .problem),
        // When off, a query that row security would restrict fails instead.
        .init(name: "row_security", wanted: ["on"], otherwise: .problem),
        // With another value no trigger runs, and with them no guard and no log.
        .init(name: "session_replication_role", wanted: ["origin"], otherwise: .problem),
        .init(name: "server_encoding", wanted: ["UTF8"], otherwise: .problem),
        .init(name: "TimeZone", wanted: ["UTC"], otherwise: .problem),
        // A transaction that is prepared keeps what it has locked until an administrator looks; everybody may prepare one.
        .init(name: "max_prepared_transactions", wanted: ["0"], otherwise: .problem),
        .init(name: "default_transaction_isolation", wanted: ["read committed"], otherwise: .notice),
        .init(name: "jit", wanted: ["off"], otherwise: .notice),
        .init(name: "statement_timeout", wanted: [], otherwise: .notice),
        .init(name: "lock_timeout", wanted: [], otherwise: .notice),
        .init(name: "idle_in_transaction_session_timeout", wanted: [], otherwise: .notice),
    ]
}
