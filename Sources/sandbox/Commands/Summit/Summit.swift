import ArgumentParser

struct Summit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "summit",
        abstract: "Strategy summits (전략대화): topics, what was raised, expert councils, and what was promised.",
        subcommands: [
            Schedule.self, Import.self, List.self, View.self, Topic.self,
            Participant.self, Raise.self, Council.self, Report.self, Commit.self,
            Fulfil.self, Progress.self, Withdraw.self, Reopen.self,
        ]
    )
}
