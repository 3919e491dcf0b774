import SandboxDomain

/// How csv is written. Always UTF-8, always a header of keys, quotes only where RFC 4180 asks for them.
///
/// A text that a spreadsheet would run as a formula always gets a leading apostrophe, for nobody knows who opens a file in
/// the end. Numbers stay numbers. To have a text back, take one apostrophe from what begins with one and would be run
/// without it. What nobody sees, such as a mark of direction, is shown as its escape (`\u{202E}`), as in every format.
package struct CSVDialect: Sendable, Hashable {
    /// Whether lines end in CR LF, as RFC 4180 has it, or in LF, as every Unix tool wants it.
    package var hasCarriageReturns: Bool
    /// Whether the file starts with a byte order mark, without which Excel takes Korean for another encoding.
    package var hasByteOrderMark: Bool
    /// Whether a person reads it on a terminal, where a carriage return, too, would be obeyed.
    var isOnTerminal = false

    package init(hasCarriageReturns: Bool, hasByteOrderMark: Bool) {
        self.hasCarriageReturns = hasCarriageReturns
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// For programs and pipes: LF, no mark.
    package static let plain = CSVDialect(hasCarriageReturns: false, hasByteOrderMark: false)
    /// For Excel and its kin: CR LF, a byte order mark.
    package static let spreadsheet = CSVDialect(hasCarriageReturns: true, hasByteOrderMark: true)
}

extension [UInt8] {
    /// Appends a csv field; `isText` fields are defused, and quoted when empty to differ from an absent value.
    mutating func appendCSVField(_ text: String, _ dialect: CSVDialect, isText: Bool) {
        let quoted = isText && text.isEmpty || text.hasByte { $0.needsQuotesInCSV }
        if quoted { append(UInt8(ascii: "\"")) }
        if isText && text.startsFormula { append(UInt8(ascii: "'")) }
        if quoted {
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\"") { append(byte) }
                append(byte)
            }
            append(UInt8(ascii: "\""))
        } else {
            append(contentsOf: text.utf8)
        }
    }

    /// Appends a field of tab-separated text, escaped as PostgreSQL's COPY does it, what must not be shown as `\xHH`.
    mutating func appendTSVField(_ text: String) {
        guard text.hasByte({ $0.needsEscapeInTSV }) else { return append(contentsOf: text.utf8) }
        text.forEachScalar { scalar, isHarmful in
            switch scalar {
            case "\t": append(contentsOf: "\\t".utf8)
            case "\n": append(contentsOf: "\\n".utf8)
            case "\r": append(contentsOf: "\\r".utf8)
            case "\\": append(contentsOf: "\\\\".utf8)
            default:
                isHarmful
                    ? appendHexEscapes(scalar)
                    : append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// Appends the bytes of a scalar as `\xHH`, which COPY reads back.
    mutating func appendHexEscapes(_ scalar: Unicode.Scalar) {
        for byte in String(scalar).utf8 { appendHexEscape(byte) }
    }

    private mutating func appendHexEscape(_ byte: UInt8) {
        append(contentsOf: (byte < 0x10 ? "\\x0" : "\\x").utf8)
        append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
    }
}

extension UInt8 {
    /// Comma, quote, CR, LF.
    fileprivate var needsQuotesInCSV: Bool { self == 0x2C || self == 0x22 || self == 0x0D || self == 0x0A }
    /// Backslash, the controls, and the first bytes of characters that nobody sees.
    fileprivate var needsEscapeInTSV: Bool {
        switch self {
        case 0x5C, 0x7F, 0xC2, 0xCD, 0xD8, 0xDB, 0xDC, 0xE0...0xE3, 0xEF...0xF4: true
        default: self < 0x20
        }
    }
}

extension String {
    /// Whether one of its bytes is such; the formats ask this of every text they write, so it goes over the bytes in place.
    @inline(__always)
    func hasByte(_ isSuch: (UInt8) -> Bool) -> Bool {
        let bytes = utf8.span
        for index in bytes.indices where isSuch(bytes[index]) { return true }
        return false
    }

    /// The text with an apostrophe in front, if a spreadsheet might run it.
    package var defused: String { startsFormula ? "'" + self : self }

    /// Whether a spreadsheet might take the text for a formula: after spaces and quotes it starts with `=`, `+`, `-` or
    /// `@` (or their full-width forms, which Excel normalises), a tab or a line break. `report.defused` has the same
    /// rule.
    var startsFormula: Bool {
        guard let first = unicodeScalars.first(where: { !" '\"".unicodeScalars.contains($0) }) else { return false }
        return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }
}
