import Postgres

extension TestDatabase {
    /// Makes everything that has happened so far have happened that many days earlier: clocks, notices, supplements.
    /// The triggers are not asked, so nothing is booked and nothing is decided by it.
    package func age(days: Int) async throws {
        try await administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE clock SET started_on = started_on - \(unsafe: "\(days)"), promised_on = promised_on - \(unsafe: "\(days)"),
                    look_on = look_on - \(unsafe: "\(days)"), ended_on = ended_on - \(unsafe: "\(days)");
                UPDATE clock_stop SET began_on = began_on - \(unsafe: "\(days)"), ended_on = ended_on - \(unsafe: "\(days)");
                UPDATE clock_extension SET extended_on = extended_on - \(unsafe: "\(days)");
                UPDATE consultation SET sent_at = sent_at - interval '\(unsafe: "\(days)") days',
                    notified_on = notified_on - \(unsafe: "\(days)"), replied_at = replied_at - interval '\(unsafe: "\(days)") days';
                UPDATE supplement SET asked_at = asked_at - interval '\(unsafe: "\(days)") days',
                    answered_at = answered_at - interval '\(unsafe: "\(days)") days';
                UPDATE case_file SET filed_at = filed_at - interval '\(unsafe: "\(days)") days',
                    received_at = received_at - interval '\(unsafe: "\(days)") days',
                    stage_since = stage_since - interval '\(unsafe: "\(days)") days';
                """)
        }
    }
}
