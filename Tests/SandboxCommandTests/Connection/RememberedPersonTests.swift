import ArgumentParser
import SandboxViews
import Testing

@testable import sandbox

@Suite("Who acted last on the embedded database")
struct RememberedPersonTests {
    private struct Chosen: Equatable {
        let connection: ConnectionChoice
        let through: PersonChoice
    }

    private static func choice(_ words: [String], _ console: Console) throws -> Chosen {
        try Console.$current.withValue(console) {
            let global = try GlobalOptions.parse(words)
            return Chosen(connection: try global.connection(), through: try global.personChoice())
        }
    }

    /// What a command line chooses, where somebody at a terminal acted as this person last.
    private func chosen(
        _ words: String..., last: String? = "kim", environment: [String: String] = [:], isTerminal: Bool = true
    ) async throws -> Chosen {
        var outcome: Chosen?
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster("sandbox/cluster")
            try FileSystem.makeDirectories(cluster.folder.path, permissions: 0o755)
            if let last { try FileSystem.write(last + "\n", to: cluster.folder.person, owner: scratch.user) }
            let (console, _) = Console.captured(
                environment: environment.merging(["XDG_DATA_HOME": scratch.parent]) { $1 },
                answers: isTerminal ? [] : nil)
            outcome = try Self.choice(words, console)
        }
        return try #require(outcome)
    }

    @Test("is remembered at a terminal, after what is said") func terminal() async throws {
        #expect(try await chosen() == Chosen(connection: .embedded(person: "kim"), through: .remembered))
        #expect(try await chosen("--as", "lee") == Chosen(connection: .embedded(person: "lee"), through: .option))
        #expect(
            try await chosen(environment: ["SANDBOX_AS": "park"])
                == Chosen(connection: .embedded(person: "park"), through: .environment))
        #expect(try await chosen(last: nil) == Chosen(connection: .embedded(person: "operator"), through: .first))
    }

    @Test("a script acts as the operator every time") func script() async throws {
        #expect(
            try await chosen(isTerminal: false) == Chosen(connection: .embedded(person: "operator"), through: .first))
    }

    @Test("what is no login is nobody") func junk() async throws {
        #expect(
            try await chosen(last: "a b'; --") == Chosen(connection: .embedded(person: "operator"), through: .first))
    }

    @Test("on another server there is nothing to remember") func server() async throws {
        #expect(
            try await chosen("--database-url", "postgresql://h/d")
                == Chosen(connection: .given("postgresql://h/d"), through: .connection))
    }

    @Test("the operator is remembered as nobody") func forgetting() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster()
            try FileSystem.makeDirectories(cluster.folder.path, permissions: 0o755)
            cluster.remember("kim")
            #expect(cluster.lastPerson == "kim")
            cluster.remember("operator")
            #expect(cluster.lastPerson == nil)
        }
    }
}
