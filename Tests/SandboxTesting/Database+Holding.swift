package import Postgres
import Synchronization

extension Database {
    /// Runs a statement in a transaction that stays open while something else is done, as a session in psql would be left.
    package func holding<Value: Sendable>(
        _ statement: SQL, _ body: () async throws -> Value
    ) async throws -> Value {
        let state = Held()
        async let holder: Void = write { session in
            try session.execute(statement)
            state.isHeld.store(true, ordering: .sequentiallyConsistent)
            while !state.isOver.load(ordering: .sequentiallyConsistent) { try session.execute("SELECT pg_sleep(0.01)") }
        }
        while !state.isHeld.load(ordering: .sequentiallyConsistent) { try await Task.sleep(for: .milliseconds(5)) }
        defer { state.isOver.store(true, ordering: .sequentiallyConsistent) }
        let value = try await body()
        state.isOver.store(true, ordering: .sequentiallyConsistent)
        try await holder
        return value
    }
}

private final class Held: Sendable {
    let isHeld = Atomic(false)
    let isOver = Atomic(false)
}
