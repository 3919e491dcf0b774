import SandboxDomain

/// Turns what PostgreSQL's COPY writes into what this program writes. Takes whole rows, in pieces.
package struct CopiedBytes: Sendable {
    private let format: Format
    private let dialect: CSVDialect
    private var hasBegun = false
    private var isQuoted = false

    /// - Parameter format: csv, tsv, json or jsonl; JSON comes as one object a line.
    package init(_ output: Output) { (format, dialect) = (output.format, output.csv) }

    /// A piece.
    package mutating func bytes(_ piece: [UInt8]) -> [UInt8] {
        var bytes = start()
        switch format {
        case .csv where dialect.hasCarriageReturns: appendLines(harmless(piece), to: &bytes)
        case .csv, .tsv: bytes += harmless(piece)
        case .json, .jsonl: appendObjects(piece, to: &bytes)
        default: bytes += piece
        }
        return bytes
    }

    /// What comes after the last piece.
    package mutating func end() -> [UInt8] {
        let wasEmpty = !hasBegun
        var bytes = start()
        if format == .json { bytes += Array((wasEmpty ? "[]\n" : "\n]\n").utf8) }
        return bytes
    }

    private mutating func start() -> [UInt8] {
        if hasBegun || format != .csv || !dialect.hasByteOrderMark { return [] }
        hasBegun = true
        return [0xEF, 0xBB, 0xBF]
    }

    /// What nobody sees and what could steer a terminal as its escape.
    private func harmless(_ piece: [UInt8]) -> [UInt8] {
        guard piece.mayHide else { return piece }
        let text = String(decoding: piece, as: UTF8.self)
        if format == .csv { return Array(text.unhidden.utf8) }
        var bytes: [UInt8] = []
        text.forEachScalar { scalar, isHarmful in
            isHarmful
                ? bytes.appendHexEscapes(scalar)
                : bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return bytes
    }

    /// CR LF at the end of rows; line breaks inside quotes stay.
    private mutating func appendLines(_ piece: [UInt8], to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + piece.count + piece.count / 16)
        for byte in piece {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { bytes.append(UInt8(ascii: "\r")) }
            bytes.append(byte)
        }
    }

    /// The objects, of an array for `json`; what could steer a terminal as its escape.
    private mutating func appendObjects(_ piece: [UInt8], to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + piece.count + piece.count / 16)
        for line in piece.split(separator: UInt8(ascii: "\n")) {
            if format == .json { bytes += Array((hasBegun ? ",\n" : "[\n").utf8) }
            hasBegun = true
            if line.contains(where: { !$0.isHarmlessInJSONText }) {
                bytes.appendJSONText(String(decoding: line, as: UTF8.self))
            } else {
                bytes += line
            }
            if format == .jsonl { bytes.append(UInt8(ascii: "\n")) }
        }
    }
}

extension [UInt8] {
    /// Whether a character that must not be shown as it is may be in this UTF-8; Korean and English text has none.
    fileprivate var mayHide: Bool {
        let bytes = span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x7F {
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
                continue
            }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            switch byte {
            case 0x7F, 0xCD, 0xD8, 0xDB, 0xDC, 0xE0, 0xF0...0xF4: return true
            case 0xC2 where next < 0xA0 || next == 0xAD: return true
            case 0xE1 where next == 0x85 || next == 0x9E || next == 0xA0: return true
            case 0xE2 where next == 0x80 && (0x8B...0x8F ~= third || 0xA8...0xAE ~= third): return true
            case 0xE2 where next == 0x81 && third >= 0xA0, 0xE2 where next == 0xA0 && third == 0x80: return true
            case 0xE3 where next == 0x85 && third == 0xA4: return true
            case 0xEF where [0xB7, 0xB8, 0xBB, 0xBE, 0xBF].contains(next): return true
            default: break
            }
        }
        return false
    }
}

extension UInt8 {
    /// Whether no character that begins with it steers a terminal.
    fileprivate var isHarmlessInJSONText: Bool {
        switch self {
        case 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...0xF4: false
        default: self >= 0x20
        }
    }
}
