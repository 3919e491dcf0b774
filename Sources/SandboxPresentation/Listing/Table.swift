/// A table for people: columns aligned by display width, two spaces apart, the header in the first line.
///
/// Nothing is cut unless there is a width to fit; then the widest columns that may shrink give way first, and a cut
/// text ends in `…`. A column of sentences is not cut: its text goes on in the next line.
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

    private static let gap = 2
    /// No column is shrunk below this.
    private static let minWidth = 8

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
            line.append(shown)
        }
        lines.append(line)
    }

    /// The whole table, each line with its line break; nothing at all if it has no rows.
    func text(_ output: Output) -> String {
        guard !lines.isEmpty else { return "" }
        let widths = widths(fitting: output.width)
        var text = line(columns.map { Shown(text: $0.title, tone: .strong) }, widths, output)
        for row in lines { text += line(row, widths, output) }
        return text
    }

    /// A row: one line, or as many as its longest sentence takes.
    private func line(_ cells: [Shown], _ widths: [Int], _ output: Output) -> String {
        let parts = cells.enumerated().map { index, cell in
            columns[index].wraps
                ? cell.text.wrapped(toColumns: widths[index]) : [cell.text.truncated(toColumns: widths[index])]
        }
        return (0..<(parts.map(\.count).max() ?? 1)).map { row in
            line(
                cells.enumerated().map { index, cell in
                    Shown(text: row < parts[index].count ? parts[index][row] : "", tone: cell.tone)
                }, padded: widths, output)
        }.joined()
    }

    private func line(_ cells: [Shown], padded widths: [Int], _ output: Output) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let missing = String(repeating: " ", count: max(0, widths[index] - cell.text.displayWidth))
            let painted = cell.text.isEmpty ? "" : Colours.paint(cell.text, cell.tone, output.hasColours)
            let isLast = index == cells.count - 1
            if columns[index].side == .trailing {
                line += missing + painted
            } else {
                line += isLast ? painted : painted + missing
            }
            if !isLast { line += String(repeating: " ", count: Self.gap) }
        }
        return line + "\n"
    }

    /// The columns' widths, the widest shrinkable ones lowered to one common level until the line fits.
    private func widths(fitting available: Int?) -> [Int] {
        var widths = columns.map(\.width)
        guard let available else { return widths }
        let shrinkable = columns.indices.filter { columns[$0].mayShrink && !rigid.contains($0) }
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
