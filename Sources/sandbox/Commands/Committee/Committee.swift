import ArgumentParser

struct Committee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee",
        abstract: "What the committee decided (심의위원회).",
        subcommands: [CommitteeDecide.self]
    )
}
