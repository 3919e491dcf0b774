/// A JSON value that keeps its keys in the order they were written.
///
/// Small on purpose: for error objects, for details and for what a command composes by hand.
/// ```swift
/// let error: JSON = ["code": "evidence-missing", "rows": [3, 4], "detail": nil]
/// ```
package enum JSON: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// Digits as PostgreSQL prints a `numeric`; written as a number, exactly.
    case decimal(String)
    case string(String)
    case array([JSON])
    case object([Member])
    /// JSON text that PostgreSQL has printed; handed through.
    case text(String)

    /// One key of an object with its value.
    package struct Member: Sendable, Equatable {
        package var key: String
        package var value: JSON

        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value as UTF-8: on one line, or with `indented` as people read it, two spaces a level. No final newline.
    package func bytes(indented: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, depth: indented ? 0 : nil)
        return bytes
    }

    /// Appends the value; `depth` is its nesting level, `nil` for one line.
    func append(to bytes: inout [UInt8], depth: Int? = nil) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .decimal(let digits): bytes.appendJSONDecimal(digits)
        case .string(let text): bytes.appendJSONString(text)
        case .text(let text): bytes.appendJSONText(text)
        case .array(let values):
            bytes.appendGroup("[", "]", values, depth) { bytes, value, depth in
                value.append(to: &bytes, depth: depth)
            }
        case .object(let members):
            bytes.appendGroup("{", "}", members, depth) { bytes, member, depth in
                bytes.appendJSONString(member.key)
                bytes.append(contentsOf: (depth == nil ? ":" : ": ").utf8)
                member.value.append(to: &bytes, depth: depth)
            }
        }
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(nilLiteral: ()) { self = .null }
}

extension [UInt8] {
    fileprivate mutating func appendGroup<Item>(
        _ open: String, _ close: String, _ elements: [Item], _ depth: Int?,
        _ each: (inout [UInt8], Item, Int?) -> Void
    ) {
        append(contentsOf: open.utf8)
        let inner = depth.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            appendLineBreak(inner)
            each(&self, element, inner)
        }
        if !elements.isEmpty { appendLineBreak(depth) }
        append(contentsOf: close.utf8)
    }

    private mutating func appendLineBreak(_ depth: Int?) {
        guard let depth else { return }
        append(UInt8(ascii: "\n"))
        append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }
}
