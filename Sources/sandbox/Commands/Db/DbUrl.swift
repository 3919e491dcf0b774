import ArgumentParser

extension Db {
    struct Url: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print how to connect, for psql and other programs.",
            discussion: """
                Starts the embedded database if that is what the commands use. A password is never printed.

                  psql "$(sandbox db url)"
                  psql "$(sandbox db url --as kim)"
                """
        )
        @OptionGroup var global: GlobalOptions

        func run() async throws {
            switch try global.connection() {
            case .given(let connection): Console.current.print(withoutPasswords(connection))
            case .libpqVariables: Console.current.print("postgresql://")
            case .embedded(let person):
                let directory = try await global.embeddedCluster().ready()
                Console.current.print(EmbeddedConnection(socketDirectory: directory, user: person).uri)
            }
        }
    }
}
