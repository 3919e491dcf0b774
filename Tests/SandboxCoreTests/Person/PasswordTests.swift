import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Passwords", .database)
struct PasswordTests {
    @Test("a password is set by the person or an operator, and only what PostgreSQL keeps of it is sent")
    func password()
        async throws
    {
        let casework = try await Casework()
        let test = casework.database
        let operatorOne = try test.tracker(as: try await test.person(.operator))
        func kept() async throws -> String? {
            try await test.administrator.read { session in
                try session.first(
                    "SELECT rolpassword FROM pg_authid WHERE rolname = \(casework.desk.name)", as: String?.self)
                    ?? nil
            }
        }
        #expect(try await kept() == nil)
        await #expect(throws: Refusal.organisation(.passwordTooShort(10))) {
            try await casework.desk.perform(SetPassword("짧은 암호"))
        }
        _ = try await casework.desk.perform(SetPassword("아주 긴 암호 하나 더"))
        let own = try #require(try await kept())
        #expect(own.hasPrefix("SCRAM-SHA-256$"))
        _ = try await operatorOne.perform(SetPassword(of: RoleName(casework.desk.name), "another long one"))
        #expect(try await kept() != own)
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(SetPassword(of: RoleName(casework.desk.name), "another long one"))
        }
        let logged = try await test.administrator.read { session in
            try session.all(
                "SELECT actor::text, (old || new)::text FROM event WHERE act = 'password-set' ORDER BY event_id",
                { ($0 as String, $1 as String) })
        }
        #expect(logged.map(\.0).first == casework.desk.name && logged.count == 2)
        #expect(logged.allSatisfy { !$0.1.contains("SCRAM") && !$0.1.contains("암호") })
    }
}
