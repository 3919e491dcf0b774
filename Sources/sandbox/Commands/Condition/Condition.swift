import ArgumentParser

struct Condition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "condition",
        abstract: "Conditions of grants as obligations: proposed, changed, fulfilled (부가조건).",
        subcommands: [
            Propose.self, List.self, View.self, SubmitEvidence.self,
            Save.self, Confirm.self, Reject.self, RecallRuling.self, Change.self,
            Reply.self, Accept.self, Refuse.self, Waive.self,
        ]
    )
}
