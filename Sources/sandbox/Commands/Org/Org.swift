import ArgumentParser

struct Org: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "org",
        abstract: "Companies, ministries and the lead authority.",
        subcommands: [Add.self, List.self, View.self, Edit.self]
    )
}
