/// A statement, or a piece of one, with the values it binds.
///
/// There is no way to make one from a `String`: a statement is a literal in the source, and what is interpolated
/// becomes a bind parameter, so no value can ever become part of the text.
///
/// ```swift
/// let open: SQL = "shelf <> \(Shelf.archive)"
/// let sql: SQL = "SELECT book_id FROM book WHERE \(open) AND lent_at > \(since) LIMIT \(50)"
/// ```
public struct SQL: Sendable {
    /// The text between the binds: normally one piece more than there are binds.
    private(set) var pieces: [String]
    private(set) var binds: [Bind]

    /// The empty fragment.
    public init() {
        pieces = [""]
        binds = []
    }

    /// A text kept in a file of its own, with the values of the `$1`, `$2`, … written in it.
    ///
    /// Only for text that ships with the program. Such a statement is complete: it cannot be put into another one.
    public init<each Value: Bindable>(unsafe text: String, binding values: repeat each Value) {
        pieces = [text]
        binds = []
        for value in repeat each values { binds.append(Bind(value)) }
    }

    /// Whether there is nothing in it: neither text nor bind.
    public var isEmpty: Bool { binds.isEmpty && pieces.allSatisfy(\.isEmpty) }

    /// How many values it binds.
    public var bindCount: Int { binds.count }

    /// The text as the server gets it, with `$1`, `$2`, … where the values go; never the values.
    public var text: String {
        guard var text = pieces.first else { return "" }
        for index in pieces.indices.dropFirst() { text += "$\(index)\(pieces[index])" }
        return text
    }

    /// Adds a fragment at the end.
    public mutating func append(_ fragment: SQL) {
        precondition(!fragment.isNumberedByHand && !isNumberedByHand, "a text with its own $1 cannot be composed")
        append(text: fragment.pieces[0])
        pieces += fragment.pieces.dropFirst()
        binds += fragment.binds
    }

    /// Two fragments as one.
    public static func + (left: SQL, right: SQL) -> SQL {
        var both = left
        both.append(right)
        return both
    }

    mutating func append(text: String) {
        pieces[pieces.count - 1] += text
    }

    mutating func append(_ bind: Bind) {
        precondition(!isNumberedByHand, "a text with its own $1 cannot be composed")
        binds.append(bind)
        pieces.append("")
    }

    private var isNumberedByHand: Bool { pieces.count != binds.count + 1 }
}

extension SQL: CustomStringConvertible {
    /// The text with placeholders.
    public var description: String { text }
}

extension Sequence<SQL> {
    /// The fragments with `separator` between them: `conditions.joined(by: " AND ")`.
    public func joined(by separator: SQL) -> SQL {
        var whole = SQL()
        for (index, fragment) in enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(fragment)
        }
        return whole
    }
}
