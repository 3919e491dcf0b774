package import SandboxDomain

/// Numbers over time, a line a series; lines are told apart by their dashes.
package struct LineChart: Chart {
    /// One line.
    package struct Series: Sendable {
        let name: Cell
        let points: [(day: CivilDate, value: Int)]

        /// - Parameter points: in the order of their days.
        package init(_ name: Cell, _ points: [(day: CivilDate, value: Int)]) {
            (self.name, self.points) = (name, points)
        }
    }

    let series: [Series]

    package init(_ series: [Series]) { self.series = series }

    private static let dashes: [String?] = [nil, "6 3", "2 2", "8 3 2 3", "12 4"]

    package func drawings(_ output: Output) -> [Drawing] {
        let (left, top, room) = (56, 30, 200)
        let points = series.flatMap(\.points)
        guard let axis = TimeAxis(points.map(\.day), left: left, right: Drawing.width - 10) else { return [] }
        let largest = max(1, points.map(\.value).max() ?? 1)
        var drawing = Drawing(height: top + room + 14 + series.count * 20)
        axis.draw(&drawing, top: top, bottom: top + room)
        drawing.line((left, top + room), (Drawing.width - 10, top + room))
        drawing.text(Wording.grouped(largest), x: left - 6, y: top + 5, .end)
        drawing.text("0", x: left - 6, y: top + room + 4, .end)
        for (index, line) in series.enumerated() {
            let dashes = Self.dashes[index % Self.dashes.count]
            drawing.polyline(
                line.points.map { (axis.x($0.day), top + room - max(0, $0.value) * room / largest) }, dashes: dashes)
            let y = top + room + 22 + index * 20
            drawing.polyline([(left, y - 4), (left + 40, y - 4)], dashes: dashes)
            drawing.text(line.name.label(output), x: left + 48, y: y, columns: 90)
        }
        return [drawing]
    }
}
