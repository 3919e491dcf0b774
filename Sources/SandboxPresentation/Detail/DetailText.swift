/// Writes a detail for people: titles in one column, values in the next, long texts wrapped below their title.
struct DetailText {
    private let output: Output
    /// Lines of prose longer than this are tiring to read, however wide the terminal is.
    private static let widestParagraph = 100

    init(_ output: Output) {
        self.output = output
    }

    /// The whole detail, each line with its line break.
    func text(of detail: Detail) -> String {
        let heading = detail.heading.visible().wrapped(toColumns: output.width)
            .map { Colours.paint($0, .strong, output.hasColours) }
        return (heading + [""] + lines(detail.items, indent: 0)).joined(separator: "\n") + "\n"
    }

    private func lines(_ items: [Detail.Item], indent: Int) -> [String] {
        let titles = items.compactMap { item in
            if case .field(_, let title, _, _) = item { title[output.language].displayWidth } else { nil }
        }
        let titleWidth = (titles.max() ?? 0) + 2
        var lines: [String] = []
        for item in items {
            let block = self.lines(item, titleWidth, indent: indent)
            guard !block.isEmpty else { continue }
            let isField = if case .field = item { true } else { false }
            if !isField, let last = lines.last, !last.isEmpty { lines.append("") }
            lines += block
            if !isField { lines.append("") }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private func lines(_ item: Detail.Item, _ titleWidth: Int, indent: Int) -> [String] {
        switch item {
        case .field(_, let title, let cell, let dates):
            let shown = cell.shown(output, dates: dates, keepingLines: true)
            return field(title[output.language], shown, titleWidth, indent)
        case .paragraph(_, _, nil):
            return []
        case .paragraph(_, let title, let text?):
            return [heading(title, indent)] + wrapped(text.visible(keepingLines: true), indent + 2)
        case .list(_, let title, let texts):
            return texts.isEmpty ? [] : [heading(title, indent)] + texts.flatMap { bullet($0, indent + 2) }
        case .section(_, let title, let items):
            let inner = lines(items, indent: indent + 2)
            return inner.isEmpty ? [] : [heading(title, indent)] + inner
        case .table(_, let title, let table):
            let rows = lines(of: table, indent: indent + 2)
            return rows.isEmpty ? [] : [heading(title, indent)] + rows
        case .each(_, let title, let parts):
            let blocks = parts.map { part in
                [spaces(indent + 2) + Colours.paint(part.heading.visible(), .strong, output.hasColours)]
                    + lines(part.items.filter { !$0.isAbsent }, indent: indent + 4)
            }
            return blocks.isEmpty ? [] : [heading(title, indent)] + Array(blocks.joined(separator: [""]))
        case .machines: return []
        }
    }

    /// As a table where it fits; else each row in full below the other, for a detail cuts nothing.
    private func lines(of table: EmbeddedTable, indent: Int) -> [String] {
        var wide = output
        wide.width = nil
        let rows = table.text(wide).split(separator: "\n").map { spaces(indent) + $0 }
        guard let width = output.width, rows.contains(where: { $0.displayWidth > width }) else { return rows }
        let blocks = table.fields.map { lines($0.filter { !$0.isAbsent }, indent: indent) }
        return Array(blocks.joined(separator: [""]))
    }

    private func field(_ title: String, _ value: Shown, _ titleWidth: Int, _ indent: Int) -> [String] {
        let margin = indent + titleWidth
        let lines = value.text.wrapped(toColumns: lineWidth(margin))
        let first = spaces(indent) + title.padded(toColumns: titleWidth)
        return lines.enumerated().map { index, line in
            (index == 0 ? first : spaces(margin)) + Colours.paint(line, value.tone, output.hasColours)
        }
    }

    private func heading(_ title: Wording, _ indent: Int) -> String {
        spaces(indent) + Colours.paint(title[output.language], .strong, output.hasColours)
    }

    private func bullet(_ text: String, _ indent: Int) -> [String] {
        text.visible(keepingLines: true).wrapped(toColumns: lineWidth(indent + 2)).enumerated().map { index, line in
            spaces(indent) + (index == 0 ? "- " : "  ") + line
        }
    }

    private func wrapped(_ text: String, _ indent: Int) -> [String] {
        text.wrapped(toColumns: lineWidth(indent)).map { $0.isEmpty ? "" : spaces(indent) + $0 }
    }

    /// Columns left for text after a margin, at least 20; without a width nothing is wrapped.
    private func lineWidth(_ margin: Int) -> Int? {
        output.width.map { max(20, min($0, Self.widestParagraph) - margin) }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Detail.Item {
    /// A field without a value: one of several things shows only what it has.
    fileprivate var isAbsent: Bool {
        if case .field(_, _, let cell, _) = self { cell.isAbsent } else { false }
    }
}
