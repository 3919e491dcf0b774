import ArgumentParser

struct Paper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "paper",
        abstract: "Official papers (공문서): issue, list, print and verify them.",
        subcommands: [Issue.self, List.self, Print.self, Verify.self, Office.self, Official.self]
    )
}
