import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The state the database derives, held against a model that was written without it.
@Suite("The legal state of grants", .database)
struct GrantModelTests {
    /// How many histories are tried; `SANDBOX_HISTORIES=10000` for the long run.
    private static var count: Int {
        unsafe getenv("SANDBOX_HISTORIES").flatMap { unsafe Int(String(cString: $0)) } ?? 40
    }

    @Test("a model of the law written apart agrees on random histories, day by day around every turn") func agreement()
        async throws
    {
        let test = try TestDatabase.current
        let company = try await test.organisation("기업", kind: "company")
        let ministries = [
            try await test.organisation("가부", kind: "ministry"), try await test.organisation("나부", kind: "ministry"),
        ]
        let open = Set(
            try await test.administrator.read {
                try $0.all("SELECT (day - date '1970-01-01')::bigint FROM calendar_day WHERE is_open", as: Int64.self)
            })
        let isOpen = { (day: Int) in open.contains(Int64(day)) }
        var generator = SeededGenerator.ofThisRun()
        var left = Self.count
        while left > 0 {
            let histories = (0..<min(left, 20)).map { _ in GrantHistory.random(&generator, isOpen) }
            left -= histories.count
            let grants = try await enter(histories, company, ministries)
            var questions: [(history: Int, day: Int)] = []
            for (index, history) in histories.enumerated() {
                var days = Set([history.grantedOn, history.grantedOn + .random(in: 0...3500, using: &generator)])
                for act in history.acts { days.formUnion([act.day, act.day + 1]) }
                for day in [history.grantedOn + 4000] + history.acts.map(\.day) {
                    if let end = history.end(on: day) { days.formUnion([end, end + 1]) }
                    if let last = history.last(on: day, isOpen) { days.formUnion([last, last + 1]) }
                }
                questions += days.filter { $0 >= history.grantedOn }.sorted().map { (index, $0) }
            }
            let states = try await ask(questions.map { (grants[$0.history], $0.day) })
            #expect(states.count == questions.count)
            var different = 0
            for (question, found) in zip(questions, states) {
                let history = histories[question.history]
                let expected = history.state(on: question.day, isOpen)
                guard found != expected.rawValue else { continue }
                different += 1
                if different <= 3 {
                    Issue.record("day \(question.day): \(found), but the model says \(expected.rawValue)\n\(history)")
                }
            }
            #expect(different == 0)
            #expect(try await kept() == [], "what is kept is what the acts come to")
        }
    }

    /// Writes histories as facts, past every guard, and answers the grants.
    private func enter(_ histories: [GrantHistory], _ company: Int64, _ ministries: [Int64]) async throws -> [Int64] {
        let days = histories.map { Int64($0.grantedOn) }
        let tracks = histories.map(\.track.code)
        let consulted = histories.map { Int64($0.ministries) }
        return try await TestDatabase.current.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            try session.execute("SET LOCAL jit = off")
            let cases = try session.all(
                """
                INSERT INTO case_file (regime, track, company_id, service_name, stage, reference, filed_at, received_at, closed_at)
                SELECT 'kr-ict', h.track, \(company), '서비스', 'decided', 'X-' || gen_random_uuid(), d.at, d.at, d.at
                FROM unnest(\(tracks)::text[], \(days)::bigint[]) WITH ORDINALITY AS h (track, day, n)
                CROSS JOIN LATERAL (SELECT (date '1970-01-01' + h.day::int)::timestamp AT TIME ZONE 'Asia/Seoul' AS at) AS d
                ORDER BY h.n RETURNING case_file_id
                """, as: Int64.self)
            try session.execute(
                """
                INSERT INTO consultation (case_file_id, ministry_id, round, sent_by, replied_at)
                SELECT h.id, m.id, 1, 'x', now()
                FROM unnest(\(cases)::bigint[], \(consulted)::bigint[]) AS h (id, ministries)
                JOIN unnest(\(ministries)::bigint[]) WITH ORDINALITY AS m (id, n) ON m.n <= h.ministries
                """)
            try session.execute(
                """
                INSERT INTO decision (case_file_id, outcome, decided_on, recorded_by, validity_from)
                SELECT h.id, 'granted', date '1970-01-01' + h.day::int, 'x', CASE WHEN h.later THEN 'commencement' END
                FROM unnest(\(cases)::bigint[], \(days)::bigint[], \(histories.map(\.beginsWithBusiness))::boolean[])
                    WITH ORDINALITY AS h (id, day, later, n) ORDER BY h.n
                """)
            let grants = try session.all(
                """
                SELECT g.exemption_grant_id FROM unnest(\(cases)::bigint[]) WITH ORDINALITY AS h (id, n)
                JOIN exemption_grant AS g ON g.case_file_id = h.id ORDER BY h.n
                """, as: Int64.self)
            for (index, history) in histories.enumerated() {
                for (number, act) in history.acts.enumerated() {
                    let isNamed = act.act == .revoke
                    try session.execute(
                        """
                        INSERT INTO grant_act (exemption_grant_id, case_file_id, act_no, act, on_day, text, label, ground, months,
                            finding, until_on, level, step, successor_case_id, organisation_id, recorded_by)
                        VALUES (\(grants[index]), \(cases[index]), \(Int64(number + 1)), \(act.act),
                            date '1970-01-01' + \(Int64(act.day))::int, 'x', 'x', \(isNamed ? "fraud" : nil),
                            \(act.months.map(Int64.init)), \(act.finding), date '1970-01-01' + \(act.until.map(Int64.init))::int,
                            \(act.level), \(act.act == .revise ? "completed" : nil),
                            \([.applyPermit, .permitRefused, .convert].contains(act.act) ? cases[index] : nil),
                            \(act.ministry.map { ministries[$0] }), 'x')
                        """)
                }
            }
            // No ministry has planned that did not say what.
            try session.execute(
                """
                INSERT INTO revision_plan (grant_act_id, case_file_id, why_not)
                SELECT a.grant_act_id, a.case_file_id, 'x' FROM grant_act AS a
                WHERE a.exemption_grant_id = ANY (\(grants)::bigint[]) AND a.act = 'plan'
                """)
            return grants
        }
    }

    private func kept() async throws -> [Int64] {
        try await TestDatabase.current.administrator.read { session in
            try session.all(
                "SELECT exemption_grant_id FROM kept_grant_drift() UNION ALL SELECT case_file_id FROM kept_open_task_drift()",
                as: Int64.self)
        }
    }

    private func ask(_ questions: [(grant: Int64, day: Int)]) async throws -> [String] {
        try await TestDatabase.current.administrator.write { session in
            try session.execute("SET LOCAL jit = off")
            return try session.all(
                """
                SELECT s.state FROM unnest(\(questions.map(\.grant))::bigint[], \(questions.map { Int64($0.day) })::bigint[])
                    WITH ORDINALITY AS q (id, day, n)
                CROSS JOIN LATERAL (SELECT g.state FROM grant_state(date '1970-01-01' + q.day::int) AS g
                    WHERE g.exemption_grant_id = q.id) AS s
                ORDER BY q.n
                """, as: String.self)
        }
    }
}
