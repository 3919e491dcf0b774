import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A service logs in by a role of its own, and takes the role of the person it acts for in each transaction.
@Suite("A service that acts for persons", .database)
struct ActingTests {
    /// A service as an administrator would set it up: a group without inheritance, member of every person, and a login.
    private func service(for persons: String...) async throws -> Tracker {
        let test = try TestDatabase.current
        let (group, login) = (test.roleName("service"), test.roleName("portal"))
        try await test.administrator.write { session in
            try session.execute("CREATE ROLE \(identifier: group) NOLOGIN NOINHERIT")
            try session.execute("CREATE ROLE \(identifier: login) LOGIN IN ROLE \(identifier: group)")
            try session.execute("GRANT USAGE ON SCHEMA sandbox TO \(identifier: group)")
            for person in persons { try session.execute("GRANT \(identifier: person) TO \(identifier: group)") }
        }
        return try test.tracker(as: login)
    }

    @Test("acts and asks as the person; the log names both") func acts() async throws {
        let casework = try await Casework()
        let service = try await service(for: casework.company.name)
        let company = service.acting(as: try RoleName(casework.company.name))
        #expect(try await company.answer(WhoAmI()).organisation == "한빛에이아이")
        let draft = DraftCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        let made = try await company.perform(draft)
        #expect(try await company.answer(CaseList()).map(\.reference) == [made.reference])
        let login = casework.database.roleName("portal")
        #expect(
            try await texts("SELECT DISTINCT actor || ' ' || login FROM event WHERE case_file_id IS NOT NULL") == [
                "\(casework.company.name) \(login)"
            ])
    }

    @Test("the role ends with the transaction: the next one on the same connection acts for the next person")
    func ends()
        async throws
    {
        let casework = try await Casework()
        let service = try await service(for: casework.company.name, casework.desk.name)
        for person in [casework.company, casework.desk, casework.company] {
            let acting = service.acting(as: try RoleName(person.name))
            #expect(try await acting.answer(WhoAmI()).roleName == person.name)
        }
    }

    @Test("by itself it may do nothing") func alone() async throws {
        let casework = try await Casework()
        let filed = try await casework.filed()
        let service = try await service(for: casework.company.name, casework.desk.name)
        let itself = try await service.answer(WhoAmI())
        #expect(
            itself.roleName == casework.database.roleName("portal") && itself.role == nil && itself.organisation == nil)
        await #expect(throws: NotPermitted.self) { try await service.answer(CaseList()) }
        await #expect(throws: NotPermitted(role: nil, needed: [.desk])) {
            try await service.perform(ReceiveCase(filed))
        }
        let draft = DraftCase(.complete(.demonstration), papers: [])
        await #expect(throws: NotPermitted.self) { try await service.perform(draft) }
    }

    @Test("a person it was not given, one that is not there, and a disabled one are not permitted") func others()
        async throws
    {
        let casework = try await Casework()
        let service = try await service(for: casework.company.name)
        for name in [casework.desk.name, casework.database.roleName("nobody")] {
            let acting = service.acting(as: try RoleName(name))
            await #expect(throws: NotPermitted.self) { try await acting.answer(WhoAmI()) }
        }
        let company = casework.company.name
        try await casework.database.administrator.write { try $0.execute("SELECT sandbox.disable_person(\(company))") }
        let draft = DraftCase(.complete(.demonstration), papers: [])
        let acting = service.acting(as: try RoleName(company))
        await #expect(throws: NotPermitted.self) { try await acting.perform(draft) }
    }

    @Test("a superuser acts for nobody") func superuser() async throws {
        let casework = try await Casework()
        let tracker = try casework.database.tracker(as: "postgres").acting(as: try RoleName(casework.desk.name))
        await #expect(throws: Refusal.superuserActing) { try await tracker.answer(WhoAmI()) }
    }
}
