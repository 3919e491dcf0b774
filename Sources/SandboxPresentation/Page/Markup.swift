/// HTML or SVG in the making. It consists of texts, which are escaped, and of elements and attributes, whose names are
/// literals in the source: nothing that comes from data can become markup.
struct Markup: Sendable, Equatable {
    private(set) var source: String

    /// A text. What could steer a reader's screen (direction marks, controls) is shown as an escape, as on a terminal.
    static func text(_ text: String) -> Markup { Markup(source: text.visible(keepingLines: true).escaped) }

    /// An element with its attributes, in order, and its content.
    static func element(
        _ name: StaticString, _ attributes: [Attribute] = [], _ children: [Markup] = [], isVoid: Bool = false
    ) -> Markup {
        let list = attributes.map { " \($0.name)=\"\($0.value.escaped)\"" }.joined()
        guard !isVoid else { return Markup(source: "<\(name)\(list)>") }
        return Markup(source: "<\(name)\(list)>" + children.map(\.source).joined() + "</\(name)>")
    }

    /// An element of one text.
    static func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) -> Markup {
        element(name, attributes, [.text(text)])
    }

    /// Text of this program in a place where escapes mean nothing: the doctype and the style sheet.
    static func verbatim(_ text: StaticString) -> Markup { Markup(source: "\(text)") }

    /// A name and its value. Values are escaped, so they end where they are meant to.
    struct Attribute: Sendable {
        let name: StaticString
        let value: String

        init(_ name: StaticString, _ value: String) {
            self.name = name
            self.value = value.visible()
        }

        init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }
    }

    /// One after the other.
    static func + (a: Markup, b: Markup) -> Markup { Markup(source: a.source + b.source) }
}

extension String {
    fileprivate var escaped: String {
        guard hasByte({ $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
