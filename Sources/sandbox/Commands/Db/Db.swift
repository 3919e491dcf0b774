import ArgumentParser

struct Db: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "The embedded database and the schema.",
        subcommands: [
            DbStart.self, DbStop.self, DbStatus.self, DbMigrate.self, DbVerify.self, DbSchema.self,
            DbURL.self,
        ]
    )
}
