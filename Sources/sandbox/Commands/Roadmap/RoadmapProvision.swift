import ArgumentParser

extension Roadmap {
    struct Provision: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "provision",
            abstract: "What a reform task changes: laws, articles, and at which level (조항).",
            subcommands: [Add.self, Remove.self]
        )
    }
}
