import ArgumentParser

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "user",
        abstract: "The persons who act: PostgreSQL logins in one group role, for one organisation.",
        subcommands: [
            Add.self, List.self, Edit.self, Password.self, Absent.self, Back.self, HandOver.self, Disable.self,
            Enable.self,
        ]
    )
}
