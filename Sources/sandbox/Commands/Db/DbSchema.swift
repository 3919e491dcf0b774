import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Schema: AsyncParsableCommand, Explained {
        static let configuration = CommandConfiguration(
            abstract: "Print the SQL in force that defines something of the database; without a name list everything.",
            discussion: """
                It comes from the program itself: no server is needed. A name may be that of a function, view, trigger, policy,
                table, type, constraint, index or domain, with its schema or without.

                  sandbox db schema guard_decision
                  sandbox db schema report.cases
                  sandbox db schema --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: "What to print.") var name: String?

        var notDone: Wording { Wording("정의를 출력하지 않았습니다", "nothing was printed") }

        func run() async throws {
            guard let name else { return try global.print(Definitions.all, .definitions) }
            let found = try Definitions.named(name)
            if let format = global.format, format != .table { return try global.print(found, .definitionTexts) }
            let texts = found.map { definition in
                let comment = definition.comment.isEmpty ? "" : definition.comment + "\n"
                return "-- \(definition.file):\(definition.line)\n\(comment)\(definition.text);\n"
            }
            Console.current.writeOut(Array(texts.joined(separator: "\n").utf8))
        }
    }
}
