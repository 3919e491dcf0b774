import SandboxPresentation
import Synchronization

@testable import sandbox

/// A folder for clusters; what runs in it is stopped and everything deleted when the test is over.
final class ScratchCluster: Sendable {
    let parent: String
    let user: ServerUser
    private let said = Mutex([Wording]())

    /// What the clusters reported, in English.
    var notices: [String] { said.withLock { $0.map(\.en) } }

    private init() throws {
        user = try ServerUser.current()
        parent = "/tmp/sbxc-" + String(UInt64.random(in: .min ... .max), radix: 36)
        try FileSystem.makeDirectory(parent, permissions: 0o755)
    }

    static func with(_ body: (ScratchCluster) async throws -> Void) async throws {
        let scratch = try ScratchCluster()
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(scratch)) } catch { outcome = .failure(error) }
        for name in FileSystem.entries(of: scratch.parent).flatMap({ [$0, $0 + "/cluster"] })
        where FileSystem.exists("\(scratch.parent)/\(name)/data") {
            let cluster = scratch.cluster(name)
            _ = try? await cluster.stop()
            let sockets = cluster.folder.socketDirectory(user: scratch.user)
            if sockets != cluster.folder.path { try await scratch.run("/bin/rm", "-rf", sockets) }
        }
        try await scratch.run("/bin/rm", "-rf", scratch.parent)
        try outcome.get()
    }

    func cluster(_ name: String = "cluster") -> Cluster {
        Cluster(
            folder: ClusterFolder(path: "\(parent)/\(name)"), user: user,
            searchPath: Console.process.environment["PATH"] ?? ""
        ) { wording in self.said.withLock { $0.append(wording) } }
    }

    /// Runs a program as whoever runs the test.
    @discardableResult
    func run(_ words: String...) async throws -> Program.Outcome {
        let myself = ServerUser(id: user.id, group: user.group, name: "", isAnother: false)
        let output = "/tmp/sbxc-\(UInt64.random(in: .min ... .max)).output"
        defer { FileSystem.remove(output) }
        return try await Program(path: words[0], user: myself).run(Array(words.dropFirst()), output: output)
    }
}
