import SandboxPresentation

extension HelpPage {
    /// The page in Korean.
    /// - Parameter columns: how wide a line may be.
    func korean(columns: Int) -> String {
        let words = KoreanHelp.command(path)
        var lines = (words?.abstract ?? abstract).wrapped(toColumns: columns)
        for block in KoreanHelp.discussion(of: path, discussion) {
            lines.append("")
            lines += Self.isExample(block) ? [block] : block.wrapped(toColumns: columns)
        }
        lines += ["", "사용법: " + KoreanHelp.placeholders(in: usage)]
        for section in sections {
            lines += ["", KoreanHelp.title(section.title) + ":"]
            lines += section.entries.flatMap { entry in
                section.isOfCommands
                    ? Self.entry(entry.label, KoreanHelp.command(path + [entry.label])?.abstract ?? entry.text, columns)
                    : Self.entry(KoreanHelp.placeholders(in: entry.label), KoreanHelp.explanation(of: entry), columns)
            }
        }
        if sections.contains(where: \.isOfCommands) {
            let help = (["sandbox", "help"] + path + ["<하위 명령>"]).joined(separator: " ")
            lines += ["", "  자세한 설명: \(help)"]
        }
        return lines.joined(separator: "\n")
    }

    /// The explanation beside its label, or below it where the label is long or the terminal narrow.
    private static func entry(_ label: String, _ text: String, _ columns: Int) -> [String] {
        let indent = columns < 72 ? 8 : 26
        let folded = text.wrapped(toColumns: max(20, columns - indent)).map {
            String(repeating: " ", count: indent) + $0
        }
        let label = "  " + label
        guard label.displayWidth < indent - 1, let first = folded.first else { return [label] + folded }
        return [label.padded(toColumns: indent) + first.dropFirst(indent)] + folded.dropFirst()
    }
}

extension HelpPage.Section {
    /// Whether it lists the commands of a group.
    var isOfCommands: Bool { title == "SUBCOMMANDS" }
}
