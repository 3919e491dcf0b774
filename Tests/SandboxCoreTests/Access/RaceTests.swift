import Postgres
import SandboxTesting
import Synchronization
import Testing

@testable import SandboxCore

/// Two sessions at once: whoever comes second sees what the first one did, or is refused.
@Suite("Races for one case", .database)
struct RaceTests {
    /// Runs the first script, then the second before the first is committed, and answers what stopped the second.
    ///
    /// The first one keeps what it has locked until the second waits for it, or has ended.
    private func second(
        _ world: World, _ first: (World.Person, String), _ second: (World.Person, String),
        _ mode: WriteMode = .readCommitted
    ) async throws -> PostgresError? {
        let administrator = world.test.administrator
        try await administrator.write {
            try $0.simple(
                "CREATE TABLE IF NOT EXISTS public.go (); TRUNCATE public.go; GRANT SELECT ON public.go TO PUBLIC")
        }
        let wait = """
            DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM public.go) LOOP PERFORM pg_sleep(0.02); END LOOP; END $$
            """
        let one = Running(world.database(first.0), "\(first.1); \(wait)", .readCommitted)
        defer { one.task.cancel() }
        try await eventually { try await isAny(world, "wait_event = 'PgSleep'") || one.hasEnded }
        let other = Running(world.database(second.0), second.1, mode)
        defer { other.task.cancel() }
        try await eventually { try await isAny(world, "wait_event_type = 'Lock'") || other.hasEnded }
        try await administrator.write { try $0.execute("INSERT INTO public.go DEFAULT VALUES") }
        try await one.task.value
        do { try await other.task.value } catch let error as PostgresError { return error }
        return nil
    }

    /// A script on its way.
    private final class Running: Sendable {
        let task: Task<Void, any Error>
        private let ended: Ended

        var hasEnded: Bool { ended.flag.load(ordering: .relaxed) }

        private final class Ended: Sendable { let flag = Atomic(false) }

        init(_ database: Database, _ script: String, _ mode: WriteMode) {
            let ended = Ended()
            self.ended = ended
            task = Task {
                defer { ended.flag.store(true, ordering: .relaxed) }
                try await database.write(mode) { try $0.simple("\(unsafe: script)") }
            }
        }
    }

    private func isAny(_ world: World, _ condition: SQL) async throws -> Bool {
        try await world.test.administrator.read { session in
            try session.exists(
                "SELECT FROM pg_stat_activity WHERE datname = current_database() AND \(condition)")
        }
    }

    private func state(_ world: World, _ query: String) async throws -> [String] {
        try await world.lines(.auditor, query)
    }

    private static let file = "UPDATE case_file SET stage = 'filed' WHERE case_file_id = 3"

    @Test(
        "nothing is taken out of, put into or changed in a proposal that is being filed",
        arguments: [
            "SELECT take_out(3, 'attachment')", "SELECT take_out(3, 'exemption_item', '{1}')",
            "UPDATE exemption_item SET exemption = '다른 특례' WHERE case_file_id = 3",
            "SELECT take_out(3, 'proposal_section')",
            "INSERT INTO risk_scenario VALUES (3, 9, 'a', 'b', 'c')",
            "UPDATE case_file SET summary = '다른 내용' WHERE case_file_id = 3",
        ])
    func filing(edit: String) async throws {
        let world = try await World.make()
        let before = try await state(
            world, "SELECT count(*), sum(length(exemption)) FROM exemption_item WHERE case_file_id = 3")
        let refusal = try await second(world, (.companyB, Self.file), (.twin, edit))
        #expect(refusal?.constraint == "case_file_draft_guard", "\(refusal?.message ?? "was done")")
        #expect(
            try await state(world, "SELECT count(*), sum(length(exemption)) FROM exemption_item WHERE case_file_id = 3")
                == before)
        #expect(try await world.lines(.companyB, "SELECT FROM filing_gap(3)") == [])
    }

    @Test("no paper comes after the answer it was to go with") func papers() async throws {
        let world = try await World.make()
        let paper =
            "INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (2, 'other', 'a', 'b', 'c')"
        let refusal = try await second(
            world, (.companyA, "UPDATE supplement SET answer = 'a' WHERE case_file_id = 2"), (.twofold, paper))
        #expect(refusal?.constraint == "attachment_stage_guard")
    }

    @Test(
        "a case is decided once, filed once, replied to once, whatever the isolation",
        arguments: [
            WriteMode.readCommitted, .repeatableRead, .serializable,
        ])
    func once(mode: WriteMode) async throws {
        let world = try await World.make()
        let decide = """
            INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict'));
            UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6
            """
        let reply = World.reply("agree", "NULL", "'{}'")
        let receive = "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4"
        for (person, twin, act) in [
            (World.Person.desk, World.Person.deskTwin, decide), (.companyB, .twin, Self.file),
            (.desk, .deskTwin, receive),
            (.ministryOpen, .ministryTwin, reply),
        ] {
            let refusal = try await second(world, (person, act), (twin, act), mode)
            #expect(refusal != nil, "\(act)")
        }
        #expect(try await state(world, "SELECT count(*) FROM decision WHERE case_file_id = 6") == ["(1)"])
        #expect(try await state(world, "SELECT last FROM reference_counter") == ["(5)"])
        #expect(try await state(world, "SELECT * FROM audit_break()") == [])
    }

    @Test(
        "of a decision and a question asked at the same moment only one succeeds",
        arguments: [
            WriteMode.readCommitted, .repeatableRead, .serializable,
        ])
    func questions(mode: WriteMode) async throws {
        let world = try await World.make()
        let decide = """
            INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict'));
            UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6
            """
        let ask =
            "INSERT INTO consultation (case_file_id, ministry_id) SELECT 6, organisation_id FROM organisation WHERE name = '하나부'"
        let refusal = try await second(world, (.desk, ask), (.deskTwin, "SELECT 1 FROM case_file; " + decide), mode)
        #expect(refusal != nil)
        #expect(try await state(world, "SELECT stage FROM case_file WHERE case_file_id = 6") == ["(consulting)"])
    }

    @Test(
        "nobody acts in a transaction that looks at the register as it was, and nobody seals it in one; reading is free",
        arguments: [WriteMode.repeatableRead, .serializable])
    func isolation(mode: WriteMode) async throws {
        let world = try await World.make()
        let acts: [(World.Person, String)] = [
            (.companyA, World.draft("에이 초안")), (.companyB, Self.file),
            (.ministryOpen, World.reply("agree", "NULL", "'{}'")),
            (.desk, "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4"),
            (.desk, World.session(of: 6)), (.auditor, "SELECT seal_audit()"),
            (.operatorOne, "INSERT INTO organisation (kind, name) VALUES ('company', '씨이')"),
            // A decision on votes that have changed since the transaction began.
            (
                .desk,
                """
                SELECT count(*) FROM agenda_vote;
                INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict'))
                """
            ),
        ]
        for (person, act) in acts {
            let refused = await #expect(throws: PostgresError.self, "\(act)") {
                try await world.database(person).write(mode) { try $0.simple("\(unsafe: act)") }
            }
            #expect(refused?.state?.class == "0A", "\(act): \(refused?.message ?? "")")
        }
        for person in [World.Person.companyA, .ministryAsked, .desk, .analyst, .auditor] {
            try await world.database(person).write(mode) {
                _ = try $0.one("SELECT count(*) FROM case_file", as: Int.self)
            }
        }
    }

    @Test("a seal waits for acts under way, and the log holds afterwards") func sealing() async throws {
        let world = try await World.make()
        _ = try await second(
            world, (.companyA, "UPDATE case_file SET summary = '열림' WHERE case_file_id = 1"),
            (.auditor, "SELECT seal_audit()"))
        let broken = "SELECT problem FROM audit_break() UNION ALL SELECT problem FROM audit_seal_break()"
        #expect(try await state(world, broken) == [])
        #expect(try await state(world, "SELECT up_to = (SELECT max(event_id) FROM event) FROM audit_seal") == ["(t)"])
    }

    @Test("a number is never skipped: not by an error, a savepoint, a rollback or a crash of the session")
    func numbers() async throws {
        let world = try await World.make()
        let script = """
            SAVEPOINT a; UPDATE case_file SET stage = 'filed' WHERE case_file_id = 3; ROLLBACK TO a;
            SAVEPOINT b; UPDATE case_file SET stage = 'filed' WHERE case_file_id = 3; ROLLBACK TO b;
            """
        try await world.run(.companyB, script)
        #expect(try await world.refusal(.companyB, Self.file) == nil)
        _ = try? await world.database(.companyB).write { session in
            try session.simple("\(unsafe: Self.file)")
            try session.execute("SELECT 1/0")
        }
        try await world.run(.companyB, Self.file)
        #expect(
            try await state(world, "SELECT reference FROM case_file WHERE reference IS NOT NULL ORDER BY case_file_id")
                .map { $0.suffix(5) } == ["0001)", "0005)", "0002)", "0003)", "0004)"])
    }
}
