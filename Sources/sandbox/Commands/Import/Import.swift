import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "import",
        abstract: "Take over a file as a whole, or nothing of it.",
        subcommands: [Cases.self, Milestones.self, Organisations.self]
    )
}
