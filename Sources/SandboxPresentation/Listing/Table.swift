/// A table for people: columns aligned by display width, two spaces apart, the header in the first line.
///
/// Nothing is cut unless there is a width to fit; then the widest columns that may shrink give way first, and a cut
/// text ends in `…`. A column of sentences is not cut: its text goes on in the next line. Where the columns do not fit
/// beside each other, those in which no row has anything are left out; where the rest does not fit either, a row goes on in the next line, indented, under a header that does so too; a column that
/// does not fit even alone goes on as sentences do.
struct Table {
    struct Column {
        let title: String
        let alignment: Alignment?
        let mayShrink: Bool
        /// Whether a text that is too long goes on in the next line.
        let wraps: Bool
        /// Whether every value so far was a number or absent, and at least one a number.
        var isNumeric: Bool? = nil
        var width: Int

        init(title: String, alignment: Alignment?, _ mayShrink: Bool, wraps: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.mayShrink = mayShrink
            self.wraps = wraps
            width = title.displayWidth
        }

        var side: Alignment { alignment ?? (isNumeric == true ? .trailing : .leading) }
    }

    private var columns: [Column]
    private var lines: [[Shown]] = []
    /// Columns with a value that must not be cut: a number, a date, a code.
    private var rigid: Set<Int> = []
    /// Columns with any value.
    private var filled: Set<Int> = []

    private static let gap = 2
    /// No column is shrunk below this.
    private static let minWidth = 8
    /// Nor below this where a row takes several lines.
    private static let minFoldedWidth = 16
    /// How far what goes on in the next line is indented.
    private static let indent = 4

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row of as many cells as there are columns.
    mutating func append(_ cells: [(Cell, DateStyle)], _ output: Output) {
        var line: [Shown] = []
        line.reserveCapacity(cells.count)
        for (index, (cell, dates)) in cells.enumerated() {
            let shown = cell.shown(output, dates: dates)
            columns[index].width = max(columns[index].width, shown.text.displayWidth)
            switch cell.value {
            case .null: break
            case .text, .list, .json: columns[index].isNumeric = false
            default:
                columns[index].isNumeric = cell.isNumber && columns[index].isNumeric != false
                rigid.insert(index)
            }
            if !cell.isEmpty { filled.insert(index) }
            line.append(shown)
        }
        lines.append(line)
    }

    /// The whole table, each line with its line break; nothing at all if it has no rows.
    func text(_ output: Output) -> String {
        guard !lines.isEmpty else { return "" }
        let parts = parts(fitting: output.width).map { part in
            let indent = part.first == columns.startIndex ? 0 : Self.indent
            return (columns: part, indent: indent, widths: widths(of: part, fitting: output.width.map { $0 - indent }))
        }
        let titles = columns.map { Shown(text: $0.title, tone: .strong) }
        var text = ""
        for row in [titles] + lines {
            for part in parts { text += line(row, part.columns, part.widths, indent: part.indent, output) }
        }
        return text
    }

    /// The columns of each line of a row: all of them if they can be made to fit, else as many as fit each time.
    private func parts(fitting available: Int?) -> [[Int]] {
        var all = Array(columns.indices)
        guard let available, width(of: all, shrunkTo: Self.minWidth) > available else { return [all] }
        all.removeAll { $0 != columns.startIndex && !filled.contains($0) }
        if width(of: all, shrunkTo: Self.minWidth) <= available { return [all] }
        var parts: [[Int]] = []
        for column in all {
            let longer = (parts.last ?? []) + [column]
            let room = available - (parts.count > 1 ? Self.indent : 0)
            if !parts.isEmpty, width(of: longer, shrunkTo: Self.minFoldedWidth) <= room {
                parts[parts.count - 1] = longer
            } else {
                parts.append([column])
            }
        }
        return parts
    }

    private func mayShrink(_ column: Int) -> Bool { columns[column].mayShrink && !rigid.contains(column) }

    /// Whether a text of a column goes on in the next line: a sentence, or what must not be cut and is too long even alone.
    private func goesOn(_ column: Int, in part: [Int]) -> Bool {
        columns[column].wraps || part.count == 1 && !mayShrink(column)
    }

    /// The width of these columns beside each other, those that may shrink no wider than `limit`.
    private func width(of part: [Int], shrunkTo limit: Int) -> Int {
        part.map { mayShrink($0) ? min(columns[$0].width, limit) : columns[$0].width }.reduce(0, +)
            + Self.gap * (part.count - 1)
    }

    /// These columns of a row: one line, or as many as its longest sentence takes.
    private func line(
        _ row: [Shown], _ part: [Int], _ widths: [Int], indent: Int, _ output: Output
    ) -> String {
        let texts = zip(part, widths).map { column, width in
            goesOn(column, in: part)
                ? row[column].text.wrapped(toColumns: width) : [row[column].text.truncated(toColumns: width)]
        }
        let start = String(repeating: " ", count: indent)
        var lines = ""
        for number in 0..<(texts.map(\.count).max() ?? 1) {
            let cells = zip(part, texts).map { column, text in
                // What goes on in the next line is not marked.
                (
                    column: column,
                    shown: Shown(
                        text: number < text.count ? text[number] : "", tone: row[column].tone,
                        marks: goesOn(column, in: part) ? [] : row[column].marks)
                )
            }
            lines += start + line(cells, padded: widths, output)
        }
        return lines
    }

    private func line(_ cells: [(column: Int, shown: Shown)], padded widths: [Int], _ output: Output) -> String {
        var line = ""
        for (index, (column, cell)) in cells.enumerated() {
            let missing = String(repeating: " ", count: max(0, widths[index] - cell.text.displayWidth))
            let painted = cell.painted(output.hasColours)
            let isLast = index == cells.count - 1
            if columns[column].side == .trailing {
                line += missing + painted
            } else {
                line += isLast ? painted : painted + missing
            }
            if !isLast { line += String(repeating: " ", count: Self.gap) }
        }
        return line + "\n"
    }

    /// The widths of these columns, the widest shrinkable ones lowered to one common level until the line fits.
    private func widths(of part: [Int], fitting available: Int?) -> [Int] {
        var widths = part.map { columns[$0].width }
        guard let available else { return widths }
        if let only = part.first, part.count == 1, goesOn(only, in: part) {
            return [min(widths[0], max(Self.minWidth, available))]
        }
        let shrinkable = part.indices.filter { mayShrink(part[$0]) }
        var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - available
        while excess > 0, let widest = shrinkable.map({ widths[$0] }).max(), widest > Self.minWidth {
            let atTop = shrinkable.filter { widths[$0] == widest }
            let next = shrinkable.map { widths[$0] }.filter { $0 < widest }.max() ?? 0
            let step = min(widest - max(next, Self.minWidth), max(1, excess / atTop.count))
            for index in atTop.prefix(excess) {
                widths[index] -= step
                excess -= step
            }
        }
        return widths
    }
}
