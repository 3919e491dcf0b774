import Synchronization
package import Testing

/// Gives each test case a database of its own; see ``TestDatabase``.
///
/// It is recursive, so it is entered once per case and not once for a suite. A case has five minutes of its own,
/// unless it says otherwise.
package struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    fileprivate let limit: Duration
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        guard let testCase else { return try await function() }
        try await Gate.databases.pass {
            let database = try await TestDatabase.make()
            let failed = Atomic(false)
            let watch = IssueHandlingTrait.compactMapIssues { issue in
                failed.store(true, ordering: .relaxed)
                return issue
            }
            do {
                try await watch.provideScope(for: test, testCase: testCase) {
                    try await TestDatabase.$clone.withValue(database) {
                        try await limited(to: limit, function)
                    }
                }
            } catch {
                try? await database.end(keep: true)
                throw error
            }
            try await database.end(keep: failed.load(ordering: .relaxed))
        }
    }
}

extension Trait where Self == DatabaseTrait {
    /// A clone of the migrated database, as `TestDatabase.current`.
    package static var database: Self { database(limit: .seconds(300)) }

    /// The same for a case that fills a large register first.
    package static func database(limit: Duration) -> Self { DatabaseTrait(limit: limit) }
}

/// Lets a few in at a time: Swift Testing starts every case at once.
package actor Gate {
    /// For clones and the connections to them.
    package static let databases = Gate(4)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ width: Int) { free = width }

    package func pass<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
