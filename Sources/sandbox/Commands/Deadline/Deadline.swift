import ArgumentParser

struct Deadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "Legal periods: when they end, and why on that day.",
        subcommands: [DeadlineCount.self])
}
