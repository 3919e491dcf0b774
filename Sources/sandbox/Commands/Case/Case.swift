import ArgumentParser

struct Case: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Case files: from the draft of a proposal to its decision.",
        subcommands: [
            CaseReceive.self, CaseReturn.self, CaseWithdraw.self, CaseListing.self,
        ]
    )
}
