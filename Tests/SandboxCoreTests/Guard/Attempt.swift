import Postgres
import SandboxDomain
import SandboxTesting

/// What is tried in plain SQL in a ``World``, by several persons in one transaction that is taken back.
struct Attempt: Sendable {
    /// One step of it.
    enum Step: Sendable {
        /// Statements of this person.
        case by(World.Person, String)
        /// Statements of the owner of the tables: past privileges and rules for persons, but past no other constraint.
        case owner(String)
        /// So many days go by.
        case later(days: Int)
    }

    /// All but the last must succeed.
    let steps: [Step]
    /// What must refuse the last step: a guard or constraint by its name, or an SQLSTATE; nil if nothing does.
    let refused: String?

    /// The last of these steps is refused.
    init(_ refused: String?, after: [Step] = [], _ steps: Step...) {
        (self.steps, self.refused) = (after + steps, refused)
    }

    /// Statements of one person.
    init(_ person: World.Person, _ statements: String, _ refused: String?) {
        (steps, self.refused) = ([.by(person, statements)], refused)
    }

    /// A privilege or a policy is missing.
    static let permission = "42501"
}

extension World {
    /// Makes it on the day on which every attempt begins, 10 June 2026, a Wednesday.
    static func forAttempts() async throws -> World {
        try await TestDatabase.current.travel(to: "2026-06-10")
        return try await make()
    }

    /// Tries it, deferred checks included, and takes it back.
    /// - Returns: what refused the last step: a guard or constraint by its name, or an SQLSTATE; nil if nothing did.
    /// - Throws: what refused an earlier step.
    func refusal(of attempt: Attempt) async throws -> String? {
        let scripts = attempt.steps.map(script)
        do {
            try await test.administrator.write(dryRun: true) { session in
                for script in scripts.dropLast() {
                    do { try session.simple("\(unsafe: script)") } catch let error as PostgresError {
                        throw Unarranged(script: script, error: error)
                    }
                }
                if let last = scripts.last { try session.simple("\(unsafe: last)") }
            }
            return nil
        } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue ?? error.message }
    }

    /// A step that was only to prepare the last one was refused.
    private struct Unarranged: Error {
        let script: String
        let error: PostgresError
    }

    private func script(_ step: Attempt.Step) -> String {
        switch step {
        case .by(let person, let statements): "SET LOCAL ROLE \"\(login(person))\"; \(statements)"
        case .owner(let statements): "SET LOCAL ROLE sandbox_owner; \(statements)"
        case .later(let days): "RESET ROLE; UPDATE public.journey SET shift = shift + interval '\(days) days'"
        }
    }
}
