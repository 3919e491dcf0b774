import SandboxPresentation

extension JSON {
    /// Reads a JSON text, its keys in their order. Everything but white space around the one value is an error.
    init(reading text: String) throws {
        var reader = JSONReader(bytes: Array(text.utf8))
        self = try reader.value()
        try reader.end()
    }

    /// The value under a key of an object.
    subscript(key: String) -> JSON? { members?.first { $0.key == key }?.value }

    var members: [Member]? { if case .object(let members) = self { members } else { nil } }
    var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
}

/// Where a text stops being JSON.
struct NotJSON: Error, CustomStringConvertible {
    let offset: Int
    let description: String
}

private struct JSONReader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func value() throws -> JSON {
        skipSpaces()
        switch peek {
        case UInt8(ascii: "{"): return .object(try group("}") { .init(try $0.key(), try $0.value()) })
        case UInt8(ascii: "["): return .array(try group("]") { try $0.value() })
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    mutating func end() throws {
        skipSpaces()
        if index < bytes.count { throw wrong("more than one value") }
    }

    private mutating func key() throws -> String {
        skipSpaces()
        let key = try string()
        try take(":")
        return key
    }

    private mutating func group<Item>(
        _ close: Unicode.Scalar, _ item: (inout JSONReader) throws -> Item
    ) throws -> [Item] {
        index += 1
        skipSpaces()
        var items: [Item] = []
        if peek == UInt8(ascii: close) {
            index += 1
            return items
        }
        while true {
            items.append(try item(&self))
            skipSpaces()
            if peek == UInt8(ascii: close) { break }
            try take(",")
        }
        index += 1
        return items
    }

    private mutating func word() throws -> JSON {
        let start = index
        while let byte = peek, !",]} \n\t\r".utf8.contains(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
                throw wrong("not a value: \(text.prefix(20))")
            }
            return Int(text).map { .integer($0) } ?? .decimal(text)
        }
    }

    private mutating func string() throws -> String {
        try take("\"")
        var units: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            index += 1
            if byte == UInt8(ascii: "\\") { units += try escape() } else { units.append(byte) }
        }
        try take("\"")
        return String(decoding: units, as: UTF8.self)
    }

    private mutating func escape() throws -> [UInt8] {
        guard let byte = peek else { throw wrong("an open escape") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"):
            var units = [try hexadecimal()]
            if units[0] & 0xFC00 == 0xD800, bytes[index...].starts(with: "\\u".utf8) {
                index += 2
                units.append(try hexadecimal())
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        default: throw wrong("an unknown escape")
        }
    }

    private mutating func hexadecimal() throws -> UInt16 {
        let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { throw wrong("an unknown escape") }
        index += 4
        return unit
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpaces() {
        while let byte = peek, " \n\t\r".utf8.contains(byte) { index += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) throws {
        skipSpaces()
        guard peek == UInt8(ascii: scalar) else { throw wrong("no \(scalar)") }
        index += 1
    }

    private func wrong(_ what: String) -> NotJSON {
        NotJSON(offset: index, description: "at byte \(index): \(what)")
    }
}
