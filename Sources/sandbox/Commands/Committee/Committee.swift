import ArgumentParser

struct Committee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee",
        abstract: "Sessions of the committees: who sits, what is tabled, how it is voted on and decided (심의위원회).",
        subcommands: [
            CommitteeSchedule.self, CommitteeCompose.self, CommitteeTable.self, CommitteeFreeze.self,
            CommitteeRecuse.self, CommitteeVote.self, CommitteeDecide.self, CommitteeDefer.self, CommitteeMediate.self,
            CommitteeListing.self, CommitteeView.self, CommitteePack.self, CommitteeLetter.self,
        ]
    )
}
