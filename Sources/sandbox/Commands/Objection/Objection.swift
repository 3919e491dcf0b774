import ArgumentParser

struct Objection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "objection",
        abstract: "Objections (이의신청) to a return, a rejection or an act against a grant.",
        subcommands: [File.self, Answer.self, RecallAnswer.self]
    )
}
