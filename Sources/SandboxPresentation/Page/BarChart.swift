/// Horizontal bars with their labels and numbers: a funnel, a ranking, a histogram of a few classes.
package struct BarChart: Chart {
    /// One bar.
    package struct Bar: Sendable {
        let label: Cell
        let value: Int
        let note: Wording?

        /// - Parameter note: shown after the number, such as its share.
        package init(_ label: Cell, _ value: Int, note: Wording? = nil) {
            (self.label, self.value, self.note) = (label, value, note)
        }
    }

    let bars: [Bar]

    package init(_ bars: [Bar]) { self.bars = bars }

    /// Rows of one drawing; more go to the next, so that paper can break between them.
    private static let rowsPerDrawing = 36

    package func drawings(_ output: Output) -> [Drawing] {
        let largest = max(1, bars.map(\.value).max() ?? 1)
        let starts = stride(from: 0, to: max(bars.count, 1), by: Self.rowsPerDrawing)
        return starts.map { drawing(Array(bars[$0..<min($0 + Self.rowsPerDrawing, bars.count)]), largest, output) }
    }

    private func drawing(_ bars: [Bar], _ largest: Int, _ output: Output) -> Drawing {
        let (rowHeight, labelWidth, noteWidth) = (26, 200, 130)
        let room = Drawing.width - labelWidth - noteWidth
        var drawing = Drawing(height: max(1, bars.count) * rowHeight + 4)
        for (index, bar) in bars.enumerated() {
            let y = index * rowHeight
            let length = bar.value <= 0 ? 0 : max(1, bar.value * room / largest)
            drawing.text(bar.label.label(output), x: labelWidth - 8, y: y + 18, .end, columns: 27)
            if length > 0 { drawing.rectangle(x: labelWidth, y: y + 4, width: length, height: rowHeight - 8, .shaded) }
            let note = bar.note.map { " (\($0[output.language]))" } ?? ""
            drawing.text(Wording.grouped(bar.value) + note, x: labelWidth + length + 6, y: y + 18)
        }
        drawing.line((labelWidth, 0), (labelWidth, max(1, bars.count) * rowHeight))
        return drawing
    }
}

/// Vertical bars over classes that have an order: how long, how often.
package struct Histogram: Chart {
    let bars: [BarChart.Bar]

    package init(_ bars: [BarChart.Bar]) { self.bars = bars }

    package func drawings(_ output: Output) -> [Drawing] {
        let (top, room, bottom) = (24, 200, 28)
        let largest = max(1, bars.map(\.value).max() ?? 1)
        var drawing = Drawing(height: top + room + bottom)
        let step = Drawing.width / max(1, bars.count)
        for (index, bar) in bars.enumerated() {
            let (x, height) = (index * step, bar.value <= 0 ? 0 : max(1, bar.value * room / largest))
            if height > 0 {
                drawing.rectangle(x: x + 4, y: top + room - height, width: step - 8, height: height, .shaded)
            }
            drawing.text(Wording.grouped(bar.value), x: x + step / 2, y: top + room - height - 6, .middle)
            drawing.text(
                bar.label.label(output), x: x + step / 2, y: top + room + 19, .middle, columns: max(3, step / 7))
        }
        drawing.line((0, top + room), (Drawing.width, top + room))
        return [drawing]
    }
}
