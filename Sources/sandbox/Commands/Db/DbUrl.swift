import ArgumentParser
import SandboxCore
import SandboxViews

extension Db {
    struct Url: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "url",
            abstract: "Print how to connect, for psql and other programs.",
            discussion: """
                Starts the embedded database if that is what the commands use. A password is never printed.

                  psql "$(sandbox db url)"
                  psql "$(sandbox db url --as kim)"
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run() async throws {
            switch try global.connection() {
            case .given(let connection): Console.current.print(try connectionURI(connection))
            case .libpqVariables: Console.current.print("postgresql://")
            case .embedded(let person):
                let directory = try await global.embeddedCluster().ready()
                let connection = EmbeddedConnection(socketDirectory: directory, user: person).conninfo
                Console.current.print(try connectionURI(connection))
            }
        }
    }
}

/// A connection as a URI without its passwords, to be shown.
func connectionURI(_ connection: String) throws(Failure) -> String {
    do { return try Tracker.uri(of: connection) } catch { throw .connectionUnreadable(error) }
}
