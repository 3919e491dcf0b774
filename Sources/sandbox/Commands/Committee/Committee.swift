import ArgumentParser

struct Committee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "committee",
        abstract: "Meetings of the committees: who sits, what is tabled, how it is voted on and decided (심의위원회).",
        subcommands: [
            Schedule.self, Compose.self, Table.self, Freeze.self,
            Move.self, Cancel.self, Reopen.self,
            Recuse.self, Vote.self, CorrectVote.self, Decide.self, Correct.self, Defer.self, Mediate.self,
            List.self, View.self,
        ]
    )
}
