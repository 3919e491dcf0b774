import SandboxDomain

/// Writes mappings, lists and texts as YAML that reads back as the very same texts.
///
/// The same values always become the same bytes. Texts of several lines are block literals; whatever another reader could
/// take for a number, a date, a truth value or syntax is quoted.
struct YAMLWriter {
    private(set) var text = ""
    private var indent = 0
    /// The dash of a list item that waits for its first key.
    private var dash = false

    /// A key with a text, left out when there is none.
    mutating func entry(_ key: String, _ value: String?) {
        if let value { line("\(key): \(scalar(value))") }
    }

    /// A key with a number or a date, which need no quotes.
    mutating func entry(_ key: String, bare value: (some CustomStringConvertible)?) {
        if let value { line("\(key): \(value)") }
    }

    /// A key with a mapping or list below it.
    mutating func group(_ key: String, _ body: (inout YAMLWriter) -> Void) {
        line("\(key):")
        indent += 1
        body(&self)
        indent -= 1
    }

    /// One item of a list that is a mapping; the body must write at least one entry.
    mutating func item(_ body: (inout YAMLWriter) -> Void) {
        dash = true
        indent += 1
        body(&self)
        indent -= 1
    }

    /// One item of a list that is a text.
    mutating func item(_ value: String) {
        line("- " + scalar(value, extra: 1))
    }

    private mutating func line(_ content: String) {
        let start = String(repeating: "  ", count: dash ? indent - 1 : indent) + (dash ? "- " : "")
        text += start + content + "\n"
        dash = false
    }

    /// `value` after a key or a dash; `extra` levels deeper than the current indentation for a block.
    private func scalar(_ value: String, extra: Int = 0) -> String {
        if isBlock(value) {
            let margin = String(repeating: "  ", count: indent + 1 + extra)
            let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
            return "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
        }
        return isPlain(value) ? value : quoted(value)
    }

    /// Whether a block literal holds the text exactly: lines, no odd characters, no white space at either end.
    private func isBlock(_ value: String) -> Bool {
        guard value.unicodeScalars.contains("\n"), let first = value.first, let last = value.last else { return false }
        return !first.isWhitespace && !last.isWhitespace && !hides(value)
            && value.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !mustBeEscaped($0) }
    }

    /// Whether the text needs no quotes after a key. Only a text that begins with a letter and has no sign with a
    /// meaning in YAML needs none; the words for truth and nothing are quoted whatever their case.
    private func isPlain(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, first.properties.isAlphabetic, value.last?.isWhitespace == false,
            !value.hasSuffix(":"), !value.contains(": "), !value.contains(" #"),
            !value.unicodeScalars.contains(where: mustBeEscaped), !hides(value)
        else { return false }
        return !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(value.lowercased())
    }

    private func quoted(_ value: String) -> String {
        var result = "\""
        value.forEachScalar { scalar, isHarmful in
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isHarmful || mustBeEscaped(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += scalar.value > 0xFFFF ? "\\U" : "\\u"
                result += String(repeating: "0", count: (scalar.value > 0xFFFF ? 8 : 4) - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether something in the text would not be seen.
    private func hides(_ value: String) -> Bool {
        var hides = false
        value.forEachScalar { _, isHarmful in hides = hides || isHarmful }
        return hides
    }

    /// Control characters, and what YAML takes for a line end or a byte order mark.
    private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
