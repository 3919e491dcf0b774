import ArgumentParser

struct Deadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "Legal periods: when they end and why, what stops and extends them (기한).",
        subcommands: [
            DeadlineListing.self, DeadlineExplain.self, DeadlineCount.self, DeadlineCheck.self, DeadlineExtend.self,
            DeadlineStop.self, DeadlineResume.self, DeadlineUndo.self,
        ]
    )
}
