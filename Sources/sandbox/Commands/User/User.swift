import ArgumentParser

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The persons who act: PostgreSQL logins in one group role, for one organisation.",
        subcommands: [UserAdd.self, UserListing.self, UserDisable.self]
    )
}
