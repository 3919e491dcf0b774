import ArgumentParser
import SandboxCore
import SandboxPresentation

struct DbSchema: AsyncParsableCommand, Explained {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the SQL in force that defines something of the database; without a name list everything.",
        discussion: """
            It comes from the program itself: no server is needed. A name may be that of a function, view, trigger, policy,
            table, type, constraint, index or domain, with its schema or without.

              sandbox db schema guard_decision
              sandbox db schema report.cases
              sandbox db schema --format json
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "What to print.") var name: String?

    var notDone: Wording { Wording("정의를 출력하지 않았습니다", "nothing was printed") }

    func run() async throws {
        guard let name else { return try global.print(Definitions.all, Self.listing) }
        let found = try Definitions.named(name)
        if let format = global.format, format != .table { return try global.print(found, Self.texts) }
        let texts = found.map { definition in
            let comment = definition.comment.isEmpty ? "" : definition.comment + "\n"
            return "-- \(definition.file):\(definition.line)\n\(comment)\(definition.text);\n"
        }
        Console.current.writeOut(Array(texts.joined(separator: "\n").utf8))
    }

    private static let listing = Listing<Definition>(columns)
    private static let texts = Listing<Definition>(
        columns + [
            Column("comment", "주석", "Comment") { .text($0.comment) },
            Column("text", "SQL", "SQL") { .text($0.text) },
        ])

    private static let columns: [Column<Definition>] = [
        Column("name", "이름", "Name", mayShrink: false) { .text($0.name) },
        Column("kind", "종류", "Kind", mayShrink: false) { .text($0.kind) },
        Column("file", "파일", "File", mayShrink: false) { .text($0.file) },
        Column("line", "줄", "Line") { .integer($0.line) },
    ]
}
