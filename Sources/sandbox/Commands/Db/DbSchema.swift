import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Schema: AsyncParsableCommand, Explained {
        static let configuration = CommandConfiguration(
            name: "schema",
            abstract: "Print the SQL in force that defines something of the database; without a name list everything.",
            discussion: """
                It comes from the program itself: no server is needed. A name may be that of a function, view, trigger, policy,
                table, type, constraint, index or domain, with its schema or without. For a table it prints all that is in force: its
                constraints and indexes, triggers with their functions, policies, privileges, and what is recorded of it in the log.

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
            Console.current.writeOut(Array((texts + more(found)).joined(separator: "\n").utf8))
        }

        /// How to print the functions that make policies and triggers.
        private func more(_ found: [Definition]) -> [String] {
            let functions = Set(found.map(\.kind).filter { $0.contains(".") }).sorted()
            if functions.isEmpty { return [] }
            let names = functions.joined(separator: ", ")
            return [
                "-- "
                    + Wording(
                        "위의 줄이 만드는 것은 sandbox db schema로 볼 수 있습니다: \(names)",
                        "what these lines make, sandbox db schema prints: \(names)")[global.language] + "\n"
            ]
        }
    }
}
