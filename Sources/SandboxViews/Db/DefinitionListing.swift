package import SandboxCore
package import SandboxPresentation

extension Listing<Definition> {
    private static let title = Wording("데이터베이스의 정의", "Definitions of the database")

    /// Where each definition of the database is written.
    package static let definitions = Listing(title, columns)

    /// The same with the text in force.
    package static let definitionTexts = Listing(
        title,
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
