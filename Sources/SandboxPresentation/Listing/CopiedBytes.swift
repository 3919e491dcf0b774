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
        case .csv where dialect.hasCarriageReturns: appendLines(piece, to: &bytes)
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

extension UInt8 {
    /// Whether no character that begins with it steers a terminal.
    fileprivate var isHarmlessInJSONText: Bool {
        switch self {
        case 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...0xF4: false
        default: self >= 0x20
        }
    }
}
