import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Rights of a person's own", .database)
struct PersonRightTests {
    @Test("an act that binds the organisation takes the right to it; by default everybody has all") func rights()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let operatorOne = try office.test.tracker(as: try await office.test.person(.operator))
        func leave(_ rights: [PersonRight], _ person: Casework.Person) async throws {
            let edited = try await operatorOne.perform(EditPerson(office.name(person), rights: rights))
            #expect(edited.map(\.rights) == [rights])
        }
        #expect(try await casework.desk.answer(WhoAmI()).rights == PersonRight.allCases)
        let draft = try await casework.drafted()
        try await leave([.decide, .sign], casework.company)
        await #expect(throws: Refusal.organisation(.rightMissing(.file))) {
            try await casework.company.perform(FileCase(draft))
        }
        try await leave([.file], casework.company)
        let reference = try await casework.company.perform(FileCase(draft)).reference
        _ = try await casework.desk.perform(ReceiveCase(reference))
        try await leave([.sign], casework.desk)
        await #expect(throws: Refusal.organisation(.rightMissing(.decide))) {
            try await casework.desk.perform(ReturnCase(reference, reason: "x"))
        }
        // What binds nobody is done without it, and a colleague has it.
        _ = try await casework.desk.perform(SendConsultation(reference, to: [casework.mcst.organisation]))
        try await leave([], casework.mcst)
        await #expect(throws: Refusal.organisation(.rightMissing(.decide))) {
            try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        }
        _ = try await office.lee.perform(ReturnCase(reference, reason: "대상이 아닙니다."))
        for person in [casework.desk, casework.company] {
            await #expect(throws: NotPermitted.self) {
                try await person.perform(EditPerson(office.name(person), rights: PersonRight.allCases))
            }
        }
    }

    @Test("the acts that take a right are the same in the database, and are acts that the log has") func acts()
        async throws
    {
        let test = try TestDatabase.current
        let found = try await test.administrator.read { session in
            try session.all(
                "SELECT concat_ws('/', group_role, entity, act, needs) FROM act_right", as: String.self)
        }
        let ruled = PersonRight.acts.map { "\($0.role.databaseRole)/\($0.entity)/\($0.act)/\($0.needs)" }
        #expect(found.sorted() == ruled.sorted())
        let recorded = Set(
            try await test.administrator.read { session in
                try session.all(
                    """
                    SELECT DISTINCT t.tgrelid::regclass::text || '/' || w.act FROM pg_trigger AS t,
                        unnest((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2:4]) AS w (act)
                    WHERE t.tgname LIKE 'log_%' UNION SELECT 'case_file/' || act FROM transition
                    """, as: String.self)
            })
        for act in PersonRight.acts { #expect(recorded.contains("\(act.entity)/\(act.act)"), "\(act)") }
    }
}
