/// What a command prints for machines: with `--format json` a document, with `--format jsonl` lines.
package struct PrintedShape: Sendable, Equatable {
    package var document: Shape
    package var line: Shape

    package init(document: Shape, line: Shape) { (self.document, self.line) = (document, line) }

    /// One thing: a document that is a line as well.
    package static func one(_ shape: Shape) -> PrintedShape { PrintedShape(document: shape, line: shape) }

    /// Rows.
    /// - Parameter isLimited: whether a limit was set; JSON then is an object that says whether it bit.
    package static func rows(_ row: Shape, isLimited: Bool = false) -> PrintedShape {
        guard isLimited else { return PrintedShape(document: .array(row), line: row) }
        let total = Shape(Cell.integer(nil as Int?))
        return PrintedShape(
            document: .object([
                .init("rows", [], .array(row)), .init("truncated", [], Shape { $0.isBoolean = true }),
                .init("limit", [], Shape { $0.number = .integer }), .init("total", [], total),
            ]),
            line: row)
    }

    /// Makes this the shape of what is printed by either.
    package mutating func merge(_ other: PrintedShape) {
        document.merge(other.document)
        line.merge(other.line)
    }
}

/// Something that was written, as machines get it.
package enum Observation: Sendable {
    case output(PrintedShape)
    case failure(Shape)
}
