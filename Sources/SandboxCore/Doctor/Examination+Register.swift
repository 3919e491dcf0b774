internal import Postgres
internal import SandboxDomain

extension Examination {
    /// What the register knows and whether it agrees with itself.
    mutating func register() throws {
        try check(.calendar) { session in
            let regimes = try session.all(
                """
                SELECT r.regime, calendar_reach(r.calendar), (now() AT TIME ZONE r.time_zone)::date
                FROM regime AS r ORDER BY r.regime
                """
            ) { (regime: String, reach: CivilDate?, today: CivilDate) in
                Self.calendar(regime, reach: reach, today: today)
            }
            return regimes.isEmpty ? [Finding(.calendar, .problem)] : regimes
        }
        try check(.pastCalendar) { session in
            let periods = try CheckCalendar().answer(session).deadlines
            return [
                Finding(
                    .pastCalendar, periods.isEmpty ? .ok : .notice, periods.first?.reference.description,
                    found: String(periods.count))
            ]
        }
        try check(.deadlines) { session in
            let verdict = try CheckDeadlines().answer(session)
            guard let first = verdict.contradictions.first else {
                return [Finding(.deadlines, .ok, found: String(verdict.deadlines))]
            }
            return [
                Finding(
                    .deadlines, .problem, first.reference.description, found: String(verdict.contradictions.count),
                    expected: String(verdict.deadlines))
            ]
        }
        try check(.search) { session in
            try session.execute("SET LOCAL statement_timeout = 0")
            let differing: [String] = try session.all(
                """
                SELECT coalesce(c.reference, 'DRAFT-' || c.case_file_id) FROM search_drift(false) AS d
                JOIN case_file AS c ON c.case_file_id = d
                """)
            guard let first = differing.first else { return [Finding(.search, .ok)] }
            return [Finding(.search, .problem, first, found: String(differing.count))]
        }
        try check(.laws) { session in
            try session.execute("SET LOCAL statement_timeout = 0")
            let differing: [String] = try session.all(
                """
                SELECT coalesce(c.reference, 'DRAFT-' || c.case_file_id) FROM case_law_drift() AS d
                JOIN case_file AS c USING (case_file_id)
                """)
            guard let first = differing.first else { return [Finding(.laws, .ok)] }
            return [Finding(.laws, .problem, first, found: String(differing.count))]
        }
        try check(.counts) { session in
            // Who does not see every filed case has none of the counts to compare.
            let seesAll = try session.one(
                """
                SELECT acting_as_staff() OR acting_as_owner()
                """, as: Bool.self)
            guard seesAll else { return [Finding(.counts, .hidden)] }
            let groups = try session.all(
                """
                SELECT concat_ws(' ', d.counted_by, d.regime, d.track, d.stage, to_char(d.month, 'YYYY-MM')), d.kept, d.cases
                FROM case_count_drift() AS d ORDER BY 1
                """
            ) { (group: String, kept: Int, cases: Int) in
                Finding(.counts, .problem, group, found: String(kept), expected: String(cases))
            }
            return groups.isEmpty ? [Finding(.counts, .ok)] : groups
        }
        try check(.log) { session in
            let part = try AuditVerify.latest(session)
            guard let first = part.breaks.first else {
                return [Finding(.log, .ok, String(part.after), found: String(part.events))]
            }
            return [
                Finding(
                    .log, .problem, "\(first.chain) \(first.sequence)", found: first.problem.rawValue,
                    expected: String(part.breaks.count))
            ]
        }
        try check(.seal) { session in
            let seals = try session.all(
                """
                SELECT s.seal_no::text, (s.sealed_at AT TIME ZONE 'UTC')::date, now() - s.sealed_at > interval '31 days',
                    (SELECT count(*) FROM event AS e WHERE e.event_id > s.up_to)
                FROM audit_seal AS s ORDER BY s.seal_no DESC LIMIT 1
                """
            ) { (number: String, day: CivilDate, isOld: Bool, since: Int) in
                Finding(
                    .seal, isOld && since > 0 ? .notice : .ok, number, found: day.description, expected: String(since))
            }
            return seals.isEmpty ? [Finding(.seal, .notice)] : seals
        }
        try check(.size) { session in
            // The size could reveal that others have written what the reader may not see.
            let sizes: String? = try session.one(
                """
                SELECT CASE WHEN acting_group() IN ('sandbox_operator', 'sandbox_auditor')
                        OR current_setting('is_superuser') = 'on'
                    THEN pg_size_pretty(pg_total_relation_size('event')) || ' / '
                        || pg_size_pretty(pg_database_size(current_database())) END
                """
            ) { (sizes: String?) in sizes }
            return [Finding(.size, sizes == nil ? .hidden : .ok, found: sizes)]
        }
    }

    /// - Parameter reach: the last day whose holidays are known; nil for a calendar of weekends only.
    static func calendar(_ regime: String, reach: CivilDate?, today: CivilDate) -> Finding {
        guard let reach else { return Finding(.calendar, .notice, regime) }
        let verdict: Finding.Verdict = reach < today ? .problem : today.days(until: reach) < 365 ? .notice : .ok
        return Finding(.calendar, verdict, regime, found: reach.description)
    }
}
