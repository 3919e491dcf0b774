import ArgumentParser

struct Db: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "db",
        abstract: "The embedded database and the schema.",
        subcommands: [Start.self, Stop.self, Status.self, Migrate.self, Verify.self, Schema.self, Url.self]
    )
}
