import ArgumentParser

struct Register: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "register",
        abstract: "The public register of grants.",
        subcommands: [Export.self, Withhold.self, Disclose.self]
    )
}
