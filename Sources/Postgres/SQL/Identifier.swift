/// The name of something in the database, always written quoted and therefore taken exactly as it is.
///
/// `Identifier("book")` is one name, `Identifier("library", "book")` a qualified one.
public struct Identifier: Hashable, Sendable, ExpressibleByStringLiteral {
    private let parts: [String]

    /// A name, qualified by the names before it.
    public init(_ parts: String...) {
        self.parts = parts
    }

    /// A single name.
    public init(stringLiteral name: String) {
        parts = [name]
    }

    /// The name as it is written in SQL: `"library"."book"`.
    public var quoted: String {
        parts.map { part in
            // A zero byte would end the text early; PostgreSQL allows none in a name either.
            let doubled = part.unicodeScalars.reduce(into: "") { text, scalar in
                if scalar == "\"" { text += "\"\"" } else if scalar != "\0" { text.unicodeScalars.append(scalar) }
            }
            return "\"\(doubled)\""
        }.joined(separator: ".")
    }
}

extension Identifier: CustomStringConvertible {
    /// The name without quotes, for people.
    public var description: String { parts.joined(separator: ".") }
}
