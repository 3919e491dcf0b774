/// A picture of numbers, told by length and shape: it says the same in black and white.
package protocol Chart: Sendable {
    /// The picture; several where one would not fit a page of paper.
    func drawings(_ output: Output) -> [Drawing]
}

/// An SVG of a fixed size in its own units, which are pixels of a screen at full width.
package struct Drawing: Sendable {
    /// Every drawing of a page is this wide.
    static let width = 760

    let height: Int
    private(set) var parts: [Markup] = []

    init(height: Int) { self.height = height }

    /// The element, told to a screen reader as one picture of this name.
    func svg(label: String) -> Markup {
        .element(
            "svg",
            [
                .init("viewBox", "0 0 \(Self.width) \(height)"), .init("role", "img"), .init("aria-label", label),
                .init("xmlns", "http://www.w3.org/2000/svg"), .init("fill", "#111"),
            ], parts)
    }

    /// How a shape is filled and drawn around. Each can be told from the others without colour.
    enum Look {
        /// Black.
        case solid
        /// Grey, with a border.
        case shaded
        /// White, with a dashed border.
        case outlined

        var attributes: [Markup.Attribute] {
            switch self {
            case .solid: [.init("fill", "#111")]
            case .shaded: [.init("fill", "#bbb"), .init("stroke", "#111")]
            case .outlined: [.init("fill", "#fff"), .init("stroke", "#111"), .init("stroke-dasharray", "4 2")]
            }
        }
    }

    mutating func rectangle(x: Int, y: Int, width: Int, height: Int, _ look: Look, title: String? = nil) {
        parts.append(
            .element(
                "rect",
                [.init("x", x), .init("y", y), .init("width", max(width, 1)), .init("height", max(height, 1))]
                    + look.attributes, Self.tooltip(title)))
    }

    mutating func diamond(x: Int, y: Int, radius: Int, _ look: Look, title: String? = nil) {
        let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        parts.append(
            .element(
                "polygon",
                [.init("points", corners.map { "\($0.0),\($0.1)" }.joined(separator: " "))] + look.attributes,
                Self.tooltip(title)))
    }

    mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), isFaint: Bool = false, dashes: String? = nil) {
        parts.append(
            .element(
                "line",
                [
                    .init("x1", from.x), .init("y1", from.y), .init("x2", to.x), .init("y2", to.y),
                    .init("stroke", isFaint ? "#ccc" : "#111"),
                ] + (dashes.map { [.init("stroke-dasharray", $0)] } ?? [])))
    }

    mutating func polyline(_ points: [(x: Int, y: Int)], dashes: String?) {
        parts.append(
            .element(
                "polyline",
                [
                    .init("points", points.map { "\($0.x),\($0.y)" }.joined(separator: " ")), .init("fill", "none"),
                    .init("stroke", "#111"), .init("stroke-width", 2),
                ] + (dashes.map { [.init("stroke-dasharray", $0)] } ?? [])))
    }

    /// Where a text is placed relative to its point.
    enum Anchor: String { case start, middle, end }

    /// A text of at most `columns` columns; what is cut can be read where the pointer rests, and in the table.
    mutating func text(_ text: String, x: Int, y: Int, _ anchor: Anchor = .start, columns: Int? = nil) {
        let shown = columns.map { text.truncated(toColumns: $0) } ?? text
        parts.append(
            .element(
                "text", [.init("x", x), .init("y", y), .init("text-anchor", anchor.rawValue)],
                [.text(shown)] + (shown == text ? [] : Self.tooltip(text))))
    }

    private static func tooltip(_ title: String?) -> [Markup] { title.map { [.element("title", text: $0)] } ?? [] }
}

extension Cell {
    /// What is written beside a bar.
    func label(_ output: Output) -> String { shown(output).text }
}
