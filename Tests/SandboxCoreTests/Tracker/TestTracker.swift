import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Synchronization

/// What a tracker sends to the server.
final class StatementLog: Sendable {
    private let statements = Mutex([ExecutedStatement]())
    /// How many statements were sent.
    var count: Int { statements.withLock { $0.count } }
    /// How often one transaction waited for the server: with its first words, for each statement that did not go along with
    /// another, and with its last.
    var roundTrips: Int { statements.withLock { $0.count { !$0.follows } } + 2 }

    /// A tracker of this person whose statements are counted here, closed when the work is done.
    func run<T: Sendable>(
        as role: String, on test: TestDatabase, _ work: (Tracker) async throws -> T
    ) async throws -> T {
        var options = try ConnectionOptions(test.conninfo(as: role))
        options.searchPath = ["sandbox", "public"]
        options.onStatement = { statement in self.statements.withLock { $0.append(statement) } }
        let tracker = Tracker(Database(options, lanes: 1))
        let outcome: Result<T, any Error>
        do { outcome = .success(try await work(tracker)) } catch { outcome = .failure(error) }
        await tracker.close()
        return try outcome.get()
    }
}
