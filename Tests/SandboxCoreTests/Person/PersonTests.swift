import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Persons", .database)
struct PersonTests {
    @Test("whoever may read nothing but the register is told who they are, and what others may do") func anyone()
        async throws
    {
        let casework = try await Casework()
        let filed = try await casework.filed()
        let test = casework.database
        for organisation in [nil, "누구나"] {
            let login = try await test.person(.public, of: organisation, named: organisation == nil ? "any" : "some")
            let tracker = try test.tracker(as: login)
            let anyone = try await tracker.answer(WhoAmI())
            #expect(anyone.roleName == login && anyone.role == .public && anyone.organisation == organisation)
            #expect((anyone.organisationID == nil) == (organisation == nil))
            await #expect(throws: NotPermitted(role: .public, needed: [.desk])) {
                try await tracker.perform(ReceiveCase(filed))
            }
        }
    }

    @Test("an operator makes a person, who can log in and act; disabled, the person can do neither") func life()
        async throws
    {
        let test = try TestDatabase.current
        let tracker = try test.tracker(as: try await test.person(.operator))
        _ = try await test.organisation("가나", kind: "company")
        let name = try RoleName(test.roleName("kim"))
        let made = try await tracker.perform(AddPerson(name, role: .company, organisation: "가나", displayName: "김 과장"))
        #expect(made.organisation == "가나" && !made.isDisabled)
        let kim = try test.tracker(as: name.text)
        #expect(try await kim.answer(WhoAmI()).role == .company)
        _ = try await tracker.perform(DisablePersons([name]))
        await #expect(throws: (any Error).self) { try await kim.answer(WhoAmI()) }
        await #expect(throws: (any Error).self) { try await test.tracker(as: name.text).answer(WhoAmI()) }
        var list = PersonList()
        list.organisation = "가나"
        #expect(try await tracker.answer(list).map(\.isDisabled) == [true])
        await #expect(throws: Refusal.organisation(.personDisabled(name.text))) {
            try await tracker.perform(DisablePersons([name]))
        }
        await #expect(throws: Refusal.organisation(.personDisabled(name.text))) {
            try await tracker.perform(AddPerson(name, role: .company, organisation: "가나"))
        }
    }

    @Test("the organisation must be there, open, and of the kind the role needs") func organisations() async throws {
        let test = try TestDatabase.current
        let tracker = try test.tracker(as: try await test.person(.operator))
        let name = try RoleName(test.roleName("lee"))
        _ = try await test.organisation("가나", kind: "company")
        _ = try await test.organisation("닫힌부", kind: "ministry")
        for role in [GroupRole.ministry, .desk] {
            await #expect(throws: Refusal.organisation(.wrongKind(role, .company))) {
                try await tracker.perform(AddPerson(name, role: role, organisation: "가나"))
            }
            await #expect(throws: Refusal.organisation(.required(role))) {
                try await tracker.perform(AddPerson(name, role: role))
            }
        }
        await #expect(throws: NotFound.self) {
            try await tracker.perform(AddPerson(name, role: .company, organisation: "없음"))
        }
        var closing = EditOrganisation("닫힌부", version: 1)
        closing.closedOn = .set("2020-01-01")
        _ = try await tracker.perform(closing)
        await #expect(throws: Refusal.organisation(.closed("닫힌부"))) {
            try await tracker.perform(AddPerson(name, role: .ministry, organisation: "닫힌부"))
        }
    }

    @Test("the server itself refuses a person for a closed organisation or one of another kind") func guards()
        async throws
    {
        let test = try TestDatabase.current
        let person = try await test.person(.operator)
        let id = try await test.organisation("닫힌부", kind: "ministry")
        let name = test.roleName("han")
        let database = test.database(as: person)
        try await database.write { try $0.execute("UPDATE organisation SET closed_on = '2020-01-01'") }
        for (role, guardName) in [
            ("sandbox_ministry", "person_organisation_closed_guard"),
            ("sandbox_company", "person_organisation_kind_guard"),
        ] {
            let error = await #expect(throws: PostgresError.self) {
                try await database.write { try $0.execute("SELECT create_person(\(name), \(role), \(id), 'han')") }
            }
            #expect(error?.constraint == guardName)
        }
    }

    @Test("a login that is there, or has administrative rights, is not taken") func taken() async throws {
        let test = try TestDatabase.current
        let person = try await test.person(.operator)
        let tracker = try test.tracker(as: person)
        await #expect(throws: Refusal.organisation(.personExists(person))) {
            try await tracker.perform(AddPerson(RoleName(person), role: .analyst))
        }
        // It may be somebody's who has nothing to do with the register: an operator neither takes it, nor shuts it.
        let other = test.roleName("other")
        try await test.administrator.write { try $0.execute("CREATE ROLE \(identifier: other) LOGIN") }
        await #expect(throws: Refusal.organisation(.personIsAdministrator(other))) {
            try await tracker.perform(AddPerson(RoleName(other), role: .analyst))
        }
        _ = try await Tracker(test.administrator).perform(AddPerson(RoleName(other), role: .analyst))
        let boss = test.roleName("boss")
        try await test.administrator.write { try $0.execute("CREATE ROLE \(identifier: boss) CREATEDB LOGIN") }
        await #expect(throws: Refusal.organisation(.personIsAdministrator(boss))) {
            try await tracker.perform(AddPerson(RoleName(boss), role: .analyst))
        }
        await #expect(throws: Refusal.organisation(.personIsAdministrator("postgres"))) {
            try await tracker.perform(AddPerson(RoleName("postgres"), role: .analyst))
        }
    }

    @Test("nobody disables themselves, and of several persons all are disabled or none") func disabling() async throws {
        let test = try TestDatabase.current
        let me = try await test.person(.operator)
        let analyst = try await test.person(.analyst)
        let tracker = try test.tracker(as: me)
        await #expect(throws: Refusal.organisation(.personIsSelf)) {
            try await tracker.perform(DisablePersons([RoleName(analyst), RoleName(me)]))
        }
        await #expect(throws: NotFound.self) {
            try await tracker.perform(DisablePersons([RoleName(analyst), RoleName(analyst + "x")]))
        }
        #expect(try await tracker.answer(PersonList()).allSatisfy { !$0.isDisabled })
        let auditor = try await test.person(.auditor)
        await #expect(throws: Refusal.organisation(.personIsLast(.auditor))) {
            try await tracker.perform(DisablePersons([RoleName(auditor)]))
        }
        _ = try await test.person(.auditor, named: "another")
        _ = try await tracker.perform(DisablePersons([RoleName(auditor)]))
    }

    @Test(
        "only operators manage persons; the administrator who owns the database makes the first",
        arguments: [GroupRole.desk, .analyst, .auditor])
    func strangers(_ role: GroupRole) async throws {
        let test = try TestDatabase.current
        let tracker = try test.tracker(as: try await test.person(role, of: role == .desk ? "과기정통부" : nil))
        let name = try RoleName(test.roleName("new"))
        await #expect(throws: NotPermitted(role: role, needed: [.operator])) {
            try await tracker.perform(AddPerson(name, role: .analyst))
        }
        await #expect(throws: NotPermitted(role: role, needed: [.operator])) {
            try await tracker.perform(DisablePersons([name]))
        }
        let administrator = Tracker(test.administrator)
        #expect(try await administrator.perform(AddPerson(name, role: .operator)).role == .operator)
    }

    @Test("a company sees its own colleagues only") func visibility() async throws {
        let test = try TestDatabase.current
        let one = try await test.person(.company, of: "가나", named: "one")
        _ = try await test.person(.company, of: "다라", named: "two")
        #expect(try await test.tracker(as: one).answer(PersonList()).map(\.roleName) == [one])
    }
}
