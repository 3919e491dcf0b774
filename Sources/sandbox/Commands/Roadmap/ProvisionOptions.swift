import ArgumentParser
import SandboxCore
import SandboxDomain

/// A provision of a law that a reform task changes.
struct ProvisionOptions: ParsableArguments {
    @Argument(help: .task) var task: String
    @Option(help: "The law's name.") var law: String
    @Option(help: ArgumentHelp("The article, as it is quoted (default: the law as a whole).", valueName: "article"))
    var article: String?

    func provision(_ level: LawLevel? = nil) throws -> Provision {
        Provision(
            law: try .label(.law, law), article: try article.map { try .label(.article, $0) }, level: level)
    }
}
