import SandboxDomain
import SandboxTesting

@testable import SandboxCore

/// The story's people, and a colleague of the desk.
struct Office {
    let casework: Casework
    let lee: Casework.Person
    let test: TestDatabase

    init() async throws {
        casework = try await Casework()
        test = casework.database
        lee = try await casework.colleague(of: casework.desk, .desk, named: "lee")
    }

    func name(_ person: Casework.Person) throws -> RoleName { try RoleName(person.name) }
}
