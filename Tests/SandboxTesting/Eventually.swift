package import Testing

/// Asks again and again until it holds, and gives up after a while: no test waits for ever.
///
/// The limit is for what never comes to be. It is far beyond what a busy machine needs, so nothing is measured by it.
/// - Throws: ``WaitedInVain``.
package func eventually(
    within limit: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !holds() {
        guard ContinuousClock.now < deadline else { throw WaitedInVain(limit: limit, from: sourceLocation) }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// What a test waited for did not come to be.
package struct WaitedInVain: Error, CustomStringConvertible {
    let limit: Duration
    let from: SourceLocation

    package var description: String { "waited \(limit) in vain at \(from)" }
}

/// Does something that must end within this time; what has not ended is cancelled, and is an issue of the test.
///
/// Unlike `.timeLimit`, it does not count the time that a test waits for its turn.
func limited(to limit: Duration, _ body: @concurrent @Sendable () async throws -> Void) async throws {
    try await withoutActuallyEscaping(body) { body in
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await Task.sleep(for: limit)
                Issue.record("the test has not ended after \(limit)")
            }
            try await group.next()
            group.cancelAll()
        }
    }
}
