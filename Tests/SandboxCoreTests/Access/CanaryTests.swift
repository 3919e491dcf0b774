import Postgres
import SandboxDomain
import SandboxTesting
import Synchronization
import Testing

@testable import SandboxCore

/// A company that a person may not see never changes a byte of what that person can read: not a row, not a count, not a
/// number in a list, on any table or view there is or will be.
@Suite("What is hidden changes nothing", .database)
struct CanaryTests {
    /// Everything the person can read, table by table.
    private func everything(_ world: World, _ person: World.Person) async throws -> [String: [String]] {
        let readable = try await world.database(person).read { session in
            try session.all(
                """
                SELECT CASE n.nspname WHEN 'sandbox' THEN '' ELSE n.nspname || '.' END || c.relname
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('sandbox', 'report') AND c.relkind IN ('r', 'v', 'p')
                    AND has_any_column_privilege(c.oid, 'SELECT')
                """, as: String.self)
        }
        var all: [String: [String]] = [:]
        for table in readable {
            all[table] = try await world.lines(
                person, "SELECT * FROM \(table) AS everything ORDER BY everything::text")
        }
        return all
    }

    /// The same through the library: what a person reads on the command line.
    private func answers(_ world: World, _ person: World.Person) async throws -> [String] {
        let tracker = try Tracker(world.test.conninfo(as: world.login(person)))
        defer { Task { await tracker.close() } }
        var answers = [String(describing: try await tracker.answer(CaseList()))]
        for export in [
            TableExport.cases(), .consultations(), .decisions(), .grants(), .conditions(), .roadmapTasks(),
        ] where person.group.role != .operator {
            let bytes = Mutex([UInt8]())
            let reading = tracker.reading(at: try await tracker.instant())
            _ = try await reading.copy(export, as: .csv) { piece in bytes.withLock { $0 += piece } }
            answers.append(String(decoding: bytes.withLock { $0 }, as: UTF8.self))
        }
        let reading = tracker.reading(at: try await tracker.instant())
        answers.append(String(describing: try await reading.answer(PipelineReport())))
        answers.append(String(describing: try await reading.answer(AgeingReport())))
        answers.append(String(describing: try await reading.answer(DecisionsReport())))
        answers.append(String(describing: try await reading.answer(ConditionsReport())))
        for kind in OrganisationsReport.Kind.allCases {
            var report = OrganisationsReport()
            report.kind = kind
            answers.append(String(describing: try await reading.answer(report)))
        }
        var list = CaseList()
        list.limit = 3
        answers.append(String(describing: try await tracker.answer(list)))
        answers.append(String(describing: try await tracker.answer(ConsultationList())))
        answers.append(String(describing: try await tracker.answer(SummitView(1))))
        answers.append(String(describing: try await tracker.answer(TaskView(TaskReference("plan/P01")))))
        answers.append(String(describing: try await tracker.answer(MatchingCases(TaskReference("plan/P01")))))
        if [.company, .ministry, .desk].contains(person.group.role) {
            answers.append(String(describing: try await tracker.answer(Inbox())))
        }
        for reference in ["DE-2026-0001", "DE-2026-0002", "DRAFT-1", "DRAFT-3"] {
            do {
                answers.append(String(describing: try await tracker.answer(CaseView(try CaseReference(reference)))))
            } catch let error as NotFound { answers.append(String(describing: error)) }
        }
        return answers
    }

    @Test("another company's work, from its first draft to a decision") func canary() async throws {
        let world = try await World.make()
        let blind: [World.Person] = [
            .companyA, .twofold, .ministryAsked, .ministryOpen, .disabled, .stranger, .operatorOne, .anyone,
        ]
        let busy = blind.prefix(4)
        var before: [World.Person: [String: [String]]] = [:]
        var said: [World.Person: [String]] = [:]
        for person in blind { before[person] = try await everything(world, person) }
        for person in busy { said[person] = try await answers(world, person) }
        #expect(before[.companyA]?.count ?? 0 > 25)
        #expect(before[.companyA]?["event"]?.count ?? 0 > 20)

        try await workElsewhere(world)
        for person in blind {
            let after = try await everything(world, person)
            #expect(after.keys == before[person]?.keys)
            for table in after.keys.sorted() where !Self.ofOperators(table, person) {
                #expect(after[table] == before[person]?[table], "\(person) on \(table)")
            }
        }
        for person in busy { #expect(try await answers(world, person) == said[person], "\(person)") }
    }

    /// Organisations and persons are the operator's work.
    private static func ofOperators(_ table: String, _ person: World.Person) -> Bool {
        person == .operatorOne && ["organisation", "person", "event"].contains(table)
    }

    private func workElsewhere(_ world: World) async throws {
        _ = try await world.test.person(.company, of: "가나리아", named: "canary")
        let canary = world.test.database(as: world.test.roleName("canary"))
        let drafts = World.draft("카나리아") + World.file + World.draft("카나리아 초안")
        try await canary.write { try $0.simple("\(unsafe: drafts)") }
        try await world.run(.companyB, World.draft("비이 새 초안") + World.file)
        try await world.run(
            .desk,
            """
            UPDATE case_file SET stage = 'received' WHERE stage = 'filed';
            UPDATE case_file SET stage = 'consulting' WHERE stage = 'received';
            INSERT INTO consultation (case_file_id, ministry_id)
            SELECT c.case_file_id, o.organisation_id FROM case_file AS c, organisation AS o
            WHERE c.stage = 'consulting' AND c.case_file_id > 2 AND o.name = '세나부';
            INSERT INTO supplement (case_file_id, request) SELECT max(case_file_id), '자료' FROM case_file;
            INSERT INTO case_task (case_file_id, reform_task_id) SELECT max(case_file_id), 1 FROM case_file;
            INSERT INTO raised_point (summit_id, kind, body, case_file_id)
            SELECT 1, 'proposal', '카나리아의 제안', max(case_file_id) FROM case_file;
            """)
        try await world.run(.ministryElsewhere, World.reply("oppose", "'이유'", "'{}'"))
        try await world.run(
            .desk,
            """
            INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict'));
            UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6
            """)
    }
}
