extension [UInt8] {
    /// Appends a JSON string with its quotes.
    ///
    /// Escaped are what RFC 8259 asks for (quote, backslash, controls below 0x20) and, since output may be read on a
    /// terminal, what could steer one: DEL, the C1 controls and marks of direction. Everything else stays UTF-8.
    mutating func appendJSONString(_ text: String) {
        append(UInt8(ascii: "\""))
        if !text.hasByte({ !$0.isPlainInJSON }) {
            append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { appendJSONScalar(scalar) }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends JSON text that PostgreSQL has printed from `json` or `jsonb`, on one line, its meaning unchanged.
    ///
    /// Only what could steer a terminal is rewritten: outside ASCII a JSON text has characters inside strings only,
    /// where an escape means the same; line breaks and tabs between tokens become spaces.
    mutating func appendJSONText(_ text: String) {
        if !text.hasByte({ $0 < 0x20 || $0 >= 0x7F }) {
            append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 {
                append(UInt8(ascii: " "))
            } else if scalar.isControlling {
                appendUnicodeEscape(scalar)
            } else {
                append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// Appends a decimal number as PostgreSQL prints it: as a JSON number if it is one, else (`NaN`, `Infinity`) as a
    /// string. No digit is lost: it never goes through a binary floating-point value.
    mutating func appendJSONDecimal(_ digits: String) {
        if digits.isJSONNumber { append(contentsOf: digits.utf8) } else { appendJSONString(digits) }
    }

    private mutating func appendJSONScalar(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append(contentsOf: "\\\"".utf8)
        case "\\": append(contentsOf: "\\\\".utf8)
        case "\n": append(contentsOf: "\\n".utf8)
        case "\r": append(contentsOf: "\\r".utf8)
        case "\t": append(contentsOf: "\\t".utf8)
        case _ where scalar.isControlling: appendUnicodeEscape(scalar)
        default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func appendUnicodeEscape(_ scalar: Unicode.Scalar) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            append(contentsOf: "\\u".utf8)
            append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            append(contentsOf: digits.utf8)
        }
    }
}

extension UInt8 {
    /// Whether the byte can be written into a JSON string as it is, whatever follows. It cannot if it may start a
    /// character to be escaped (0xC2 the C1 controls, 0xD8 U+061C, 0xE2 the marks of direction, 0xEF and 0xF0…
    /// noncharacters).
    fileprivate var isPlainInJSON: Bool {
        switch self {
        case 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...0xF4: false
        default: self >= 0x20
        }
    }
}

extension String {
    /// Whether the text is a number by the grammar of RFC 8259.
    var isJSONNumber: Bool {
        var rest = utf8[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.prefix(while: \.isDigit)
        if whole.isEmpty || (whole.count > 1 && whole.first == UInt8(ascii: "0")) { return false }
        rest = rest[whole.endIndex...]
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard rest.first?.isDigit == true else { return false }
            rest = rest.drop(while: \.isDigit)
        }
        if let exponent = rest.first, exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
            guard rest.first?.isDigit == true else { return false }
            rest = rest.drop(while: \.isDigit)
        }
        return rest.isEmpty
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
