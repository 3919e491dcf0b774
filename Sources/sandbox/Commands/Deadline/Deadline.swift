import ArgumentParser

struct Deadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "deadline",
        abstract: "Legal periods: when they end and why, what stops and extends them (기한).",
        subcommands: [
            List.self, Explain.self, Count.self, Check.self, Recount.self, Extend.self,
            Stop.self, Resume.self, Undo.self,
        ]
    )
}
