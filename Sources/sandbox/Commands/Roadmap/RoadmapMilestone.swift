import ArgumentParser

extension Roadmap {
    struct Milestone: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "milestone",
            abstract: "When the steps of a reform task were promised and reached (이정표).",
            subcommands: [Add.self, List.self, Reach.self]
        )
    }
}
