import ArgumentParser

extension Roadmap {
    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "report",
            abstract: "The reports that ministries owe on their reform tasks (법령정비 보고).",
            subcommands: [Schedule.self, Give.self, List.self]
        )
    }
}
