package import Postgres
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Database {
    /// Runs a statement in a transaction that is then left open and idle while something else is done: a session in psql that
    /// somebody walked away from. Whoever ended it meanwhile is no error.
    package func idling<Value: Sendable>(_ statement: SQL, _ body: () async throws -> Value) async throws -> Value {
        let state = Idle()
        async let idler: Void = write { session in
            try session.simple(statement)
            state.isIdle.store(true, ordering: .sequentiallyConsistent)
            while !state.isOver.load(ordering: .sequentiallyConsistent) { usleep(5000) }
        }
        while !state.isIdle.load(ordering: .sequentiallyConsistent) { try await Task.sleep(for: .milliseconds(5)) }
        defer { state.isOver.store(true, ordering: .sequentiallyConsistent) }
        let value = try await body()
        state.isOver.store(true, ordering: .sequentiallyConsistent)
        try? await idler
        return value
    }
}

private final class Idle: Sendable {
    let isIdle = Atomic(false)
    let isOver = Atomic(false)
}
