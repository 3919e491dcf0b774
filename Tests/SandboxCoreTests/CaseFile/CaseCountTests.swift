import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// How many filed cases there are is kept, and is what counting them comes to, whatever happens to them.
@Suite("Kept counts of cases", .database)
struct CaseCountTests {
    @Test("kept equals counted after each of many random changes, however often the ledger is added up")
    func randomChanges() async throws {
        let casework = try await Casework()
        for _ in 0..<3 { _ = try await casework.consulting() }
        for track in [TrackCode.demonstration, .temporaryPermit] { _ = try await casework.decided(track) }
        let database = casework.database
        #expect(try await database.countDrift() == [])
        #expect(try await database.tally("stage = 'decided' AND counted_by = 'stage'") == 2)
        var generator = SeededGenerator.ofThisRun()
        for number in 0..<60 {
            let change = Self.changes[Int.random(in: 0..<Self.changes.count, using: &generator)]
            let days = Int.random(in: 0..<400, using: &generator)
            try await database.administrator.write { session in
                // What a case may do, and what is recorded of it, is not this test's.
                try session.simple(
                    """
                    SET LOCAL ROLE sandbox_owner;
                    ALTER TABLE case_file DISABLE TRIGGER USER, ENABLE TRIGGER keep_case_counts,
                        ENABLE TRIGGER keep_case_counts_change;
                    \(unsafe: change.replacing("DAYS", with: String(days)));
                    ALTER TABLE case_file ENABLE TRIGGER USER
                    """)
            }
            try #require(try await database.countDrift() == [], "after change \(number): \(change), \(days) days")
            if number % 10 == 9 {
                try await database.administrator.write { try $0.execute("SELECT fold_case_counts()") }
                #expect(try await database.countDrift() == [])
            }
        }
        let spare: SQL = """
            SELECT count(*)::integer FROM (SELECT FROM case_count GROUP BY counted_by, regime, track, stage, month
                HAVING count(*) > 1) AS g
            """
        #expect(try await database.administrator.read { try $0.one(spare, as: Int.self) } == 0)
    }

    private static let changes = [
        "UPDATE case_file SET stage_since = stage_since - interval 'DAYS days'",
        "UPDATE case_file SET filed_at = filed_at - interval 'DAYS days' WHERE case_file_id % 2 = DAYS % 2",
        "UPDATE case_file SET stage = 'received' WHERE stage = 'consulting' AND case_file_id % 3 = DAYS % 3",
        "UPDATE case_file SET stage = 'consulting' WHERE stage = 'received'",
        "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE stage = 'consulting' AND case_file_id % 5 = DAYS % 5",
        "UPDATE case_file SET service_name = 'DAYS'",
        "UPDATE case_file SET track = 'temporary-permit' WHERE case_file_id % 4 = DAYS % 4",
        "INSERT INTO case_file (regime, track, company_id, service_name) SELECT regime, track, company_id, 'DAYS' FROM case_file "
            + "ORDER BY case_file_id LIMIT 1",
        "INSERT INTO case_file (regime, track, company_id, service_name, reference, stage, filed_at, stage_since) "
            + "SELECT regime, track, company_id, 'DAYS', 'X-' || g || '-' || (SELECT max(case_file_id) FROM case_file), 'filed', "
            + "now() - interval 'DAYS days', now() FROM (SELECT * FROM case_file ORDER BY case_file_id LIMIT 1) AS c, "
            + "generate_series(1, 2) AS g",
    ]

    @Test("who files waits for nobody who has filed and not committed, nor for who adds the ledger up")
    func nobodyWaits() async throws {
        let casework = try await Casework()
        _ = try await casework.consulting()
        let database = casework.database
        let other = try await casework.filed()
        try await database.administrator.holding(
            """
            WITH folded AS MATERIALIZED (SELECT fold_case_counts())
            INSERT INTO case_count (counted_by, regime, track, stage, month, cases)
            SELECT k.counted_by, k.regime, k.track, k.stage, k.month, 0 FROM case_count AS k, folded
            """
        ) {
            _ = try await casework.desk.perform(ReceiveCase(other))
        }
        #expect(try await database.countDrift() == [])
    }

    @Test("the check names a count that differs, recounting puts it right") func drift() async throws {
        let casework = try await Casework()
        _ = try await casework.consulting()
        let database = casework.database
        try await database.administrator.write { session in
            try session.execute(
                "UPDATE case_count SET cases = cases + 3 WHERE case_count_id = (SELECT min(case_count_id) FROM case_count)"
            )
        }
        let drift = try await database.countDrift()
        #expect(drift.count == 1)
        let findings = try await casework.desk.tracker.diagnose().filter { $0.check == .counts }
        #expect(findings.map(\.verdict) == [.problem])
        #expect(findings.first?.subject.map { drift[0].hasPrefix($0) } == true)
        #expect(try await casework.desk.perform(RecountDeadlines()) == 1)
        #expect(try await database.countDrift() == [])
    }

    @Test("who sees every filed case reads what is kept, the parties count their own")
    func access() async throws {
        let casework = try await Casework()
        _ = try await casework.consulting()
        _ = try await casework.filed()
        func counts(_ tracker: Casework.Person) async throws -> [String] {
            try await tracker.answer(CaseCounts()).map { "\($0.stage) \($0.cases)" }.sorted()
        }
        #expect(try await counts(casework.desk) == ["consulting 1", "filed 1"])
        #expect(try await counts(casework.company) == ["consulting 1", "filed 1"])
        #expect(try await counts(casework.mcst) == ["consulting 1"])
        var filed = CaseCounts()
        (filed.byFiling, filed.tracks) = (true, [.demonstration])
        #expect(try await casework.desk.answer(filed).map(\.cases).reduce(0, +) == 2)
        // What is kept, and not what is counted, is what the desk reads.
        try await casework.database.administrator.write { session in
            try session.execute(
                """
                UPDATE case_count SET cases = cases + 6 WHERE case_count_id = (SELECT max(k.case_count_id) FROM case_count AS k
                    WHERE k.stage = 'filed' AND k.counted_by = 'stage')
                """)
        }
        #expect(try await counts(casework.desk) == ["consulting 1", "filed 7"])
        #expect(try await counts(casework.company) == ["consulting 1", "filed 1"])
    }
}

extension TestDatabase {
    /// The groups of which another count is kept than there are cases.
    fileprivate func countDrift() async throws -> [String] {
        try await administrator.read { session in
            try session.all(
                """
                SELECT concat_ws(' ', counted_by, regime, track, stage, to_char(month, 'YYYY-MM'), kept, cases)
                FROM case_count_drift() ORDER BY 1
                """, as: String.self)
        }
    }

    fileprivate func tally(_ condition: SQL) async throws -> Int {
        try await administrator.read { session in
            try session.one("SELECT coalesce(sum(cases), 0)::integer FROM case_count WHERE \(condition)", as: Int.self)
        }
    }
}
