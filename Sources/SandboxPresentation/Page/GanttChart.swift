package import SandboxDomain

/// What was promised, what is expected now and what came, a row each, over the years.
package struct GanttChart: Chart {
    /// One task.
    package struct Row: Sendable {
        let label: Cell
        let promised: Span?
        let expected: Span?
        let cameOn: CivilDate?

        /// - Parameters:
        ///   - promised: the interval the first promise means.
        ///   - expected: the interval it is expected in now, if that is another.
        ///   - cameOn: the day it came.
        package init(_ label: Cell, promised: Span?, expected: Span? = nil, cameOn: CivilDate? = nil) {
            (self.label, self.promised, self.expected, self.cameOn) = (label, promised, expected, cameOn)
        }

        fileprivate var days: [CivilDate] {
            [promised, expected].flatMap { $0.map { [$0.from, $0.to] } ?? [] } + (cameOn.map { [$0] } ?? [])
        }
    }

    /// Days from the first to the last.
    package struct Span: Sendable, Equatable {
        let from: CivilDate
        let to: CivilDate

        /// From the earlier to the later of the two.
        package init(_ from: CivilDate, _ to: CivilDate) { (self.from, self.to) = (min(from, to), max(from, to)) }

        /// An interval; of an end without a beginning that day; nil without an end.
        package init?(from: CivilDate?, to: CivilDate?) {
            guard let to else { return nil }
            self.init(from ?? to, to)
        }
    }

    /// What the shapes mean.
    package struct Legend: Sendable {
        let promised: Wording
        let expected: Wording
        let came: Wording

        package init(promised: Wording, expected: Wording, came: Wording) {
            (self.promised, self.expected, self.came) = (promised, expected, came)
        }
    }

    let rows: [Row]
    let today: CivilDate?
    let legend: Legend

    /// - Parameter today: the day a line is drawn at.
    package init(
        _ rows: [Row], today: CivilDate?,
        legend: Legend = Legend(
            promised: Wording("당초 약속", "Promised"), expected: Wording("현재 예상", "Expected now"),
            came: Wording("시행", "In force"))
    ) {
        (self.rows, self.today, self.legend) = (rows, today, legend)
    }

    private static let rowsPerDrawing = 32
    private static let rowHeight = 22
    private static let top = 26
    private static let labelWidth = 270

    package func drawings(_ output: Output) -> [Drawing] {
        let days = rows.flatMap(\.days) + (today.map { [$0] } ?? [])
        guard !rows.isEmpty, let axis = TimeAxis(days, left: Self.labelWidth, right: Drawing.width - 10) else {
            return []
        }
        let starts = stride(from: 0, to: rows.count, by: Self.rowsPerDrawing)
        return starts.map { drawing(Array(rows[$0..<min($0 + Self.rowsPerDrawing, rows.count)]), axis, output) }
    }

    private func drawing(_ rows: [Row], _ axis: TimeAxis, _ output: Output) -> Drawing {
        let language = output.language
        let bottom = Self.top + rows.count * Self.rowHeight
        var drawing = Drawing(height: bottom + 30)
        axis.draw(&drawing, top: Self.top, bottom: bottom)
        for (index, row) in rows.enumerated() {
            let y = Self.top + index * Self.rowHeight
            drawing.text(row.label.label(output), x: 0, y: y + 16, columns: 37)
            if let span = row.promised { draw(span, y + 3, 15, .outlined, axis, language, &drawing) }
            if let span = row.expected { draw(span, y + 7, 7, .shaded, axis, language, &drawing) }
            if let day = row.cameOn {
                drawing.diamond(x: axis.x(day), y: y + 11, radius: 6, .solid, title: day.text(language))
            }
        }
        if let today { drawing.line((axis.x(today), Self.top - 4), (axis.x(today), bottom + 4), dashes: "2 2") }
        drawLegend(&drawing, y: bottom + 22, language)
        return drawing
    }

    private func draw(
        _ span: Span, _ y: Int, _ height: Int, _ look: Drawing.Look, _ axis: TimeAxis, _ language: Language,
        _ drawing: inout Drawing
    ) {
        let end = span.to.adding(days: 1) ?? span.to
        drawing.rectangle(
            x: axis.x(span.from), y: y, width: max(3, axis.x(end) - axis.x(span.from)), height: height, look,
            title: "\(span.from.text(language)) – \(span.to.text(language))")
    }

    private func drawLegend(_ drawing: inout Drawing, y: Int, _ language: Language) {
        var x = Self.labelWidth
        func entry(_ wording: Wording, _ draw: (Int) -> Void) {
            draw(x)
            let text = wording[language]
            drawing.text(text, x: x + 28, y: y)
            x += 28 + text.displayWidth * 8 + 14
        }
        entry(legend.promised) {
            drawing.rectangle(x: $0, y: y - 12, width: 22, height: 14, .outlined)
        }
        if rows.contains(where: { $0.expected != nil }) {
            entry(legend.expected) {
                drawing.rectangle(x: $0, y: y - 9, width: 22, height: 7, .shaded)
            }
        }
        entry(legend.came) { drawing.diamond(x: $0 + 11, y: y - 5, radius: 6, .solid) }
        if let today {
            entry(Wording("기준일 \(today.text(.korean))", "As of \(today.text(.english))")) {
                drawing.line(($0 + 11, y - 13), ($0 + 11, y + 3), dashes: "2 2")
            }
        }
    }
}
