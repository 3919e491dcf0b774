import ArgumentParser

struct Register: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The public register of grants.",
        subcommands: [Export.self, Withhold.self, Disclose.self]
    )
}
