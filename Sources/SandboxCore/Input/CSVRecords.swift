import SandboxDomain

/// One record of a CSV text with its line end: valid UTF-8, composed.
struct CSVRecord {
    let bytes: [UInt8]
    /// The line it begins on, from 1.
    let line: Int
    /// What is between its fields.
    var delimiter = comma

    /// The place of a byte on a line that begins at `lineStart`, counted in characters.
    func position(of offset: Int, line: Int, lineStart: Int) -> Position {
        Position(line: line, column: column(of: offset, in: bytes, lineStart: lineStart))
    }
}

/// Cuts a CSV text that comes in pieces of any size into records. It holds one record and one piece, never the file.
///
/// It goes by quotes exactly as ``CSVScanner`` does, in wrong texts as well, so that both mean the same record.
struct CSVRecords {
    /// More than any row of a register; a quote that is never closed makes a record of the rest of the file.
    static let maxBytes = 4 * 1024 * 1024

    private let name: String?
    private let pieces: InputSource.Pieces
    /// What has been read from the beginning of the next record on, and what of it is known to be in that record.
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var line = 1
    /// What is between the fields of all records.
    private var delimiter = comma
    private var korean = CP949Check()
    /// Whether there was anything but white space.
    private(set) var hasText = false

    /// Begins to read.
    init(_ source: InputSource) throws(BadInput) {
        name = source.name
        pieces = try source.pieces()
        while buffer.count < 3, !isAtEnd { try fill() }
        if let encoding = TextFile.foreignMark(buffer) {
            throw BadInput(.notUTF8(looksLike: encoding), file: name, at: Position(line: 1, column: 1))
        }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        korean.add(buffer[start...])
        try findDelimiter()
    }

    /// What is between the names of the header is between all fields: a comma, a semicolon or a tab, whichever it has most of.
    /// Excel may say it in a line of its own, `sep=;`.
    private mutating func findDelimiter() throws(BadInput) {
        var known = start
        while !isAtEnd, buffer.count < Self.maxBytes, !buffer[known...].contains(where: endsLine) {
            known = buffer.count - start
            try fill()
            korean.add(buffer[known...])
        }
        let header = buffer[start...].prefix { !endsLine($0) }
        if header.starts(with: Array("sep=".utf8)), header.count == 5, let sign = header.last {
            delimiter = sign
            start += 5
            if start < buffer.count, buffer[start] == carriageReturn { start += 1 }
            if start < buffer.count, buffer[start] == lineFeed { start += 1 }
            line = 2
            return
        }
        var isQuoted = false
        var counts = [comma: 0, semicolon: 0, tab: 0]
        for byte in header {
            if byte == quote { isQuoted.toggle() } else if !isQuoted { counts[byte]? += 1 }
        }
        for sign in [semicolon, tab] where counts[sign, default: 0] > counts[delimiter, default: 0] { delimiter = sign }
    }

    /// The next record that is not an empty line; nil at the end. One that is too long is the last one.
    mutating func next() throws(BadInput) -> (record: CSVRecord, isTooLong: Bool)? {
        while true {
            var cut = Cut(start, delimiter)
            while !cut.isWhole(buffer, isAtEnd: isAtEnd), cut.end - start <= Self.maxBytes {
                cut.end -= start
                try fill()
                korean.add(buffer[cut.end...])
            }
            guard cut.end > start else { return nil }
            var bytes = Array(buffer[start..<cut.end])
            let isTooLong = bytes.count > Self.maxBytes
            // It may end within a character.
            if isTooLong, let last = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[last] >= 0xC0 {
                bytes.removeSubrange(last...)
            }
            let first = line
            if isTooLong { (buffer, start, isAtEnd) = ([], 0, true) } else { start = cut.end }
            line += cut.lineEnds
            if bytes.first == lineFeed || bytes.first == carriageReturn { continue }
            return (try checked(bytes, first), isTooLong)
        }
    }

    /// Nothing more is read.
    mutating func stop() { (buffer, start, isAtEnd) = ([], 0, true) }

    /// Drops what lies before the next record, and adds a piece.
    private mutating func fill() throws(BadInput) {
        buffer.removeSubrange(..<start)
        start = 0
        if let piece = try pieces() { buffer += piece } else { isAtEnd = true }
    }

    private mutating func checked(_ bytes: [UInt8], _ line: Int) throws(BadInput) -> CSVRecord {
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            // What it seems to be, the rest of the file tells.
            while korean.isPossible, let piece = try pieces() { korean.add(piece[...]) }
            throw BadInput(
                .notUTF8(looksLike: korean.isWhole ? .cp949 : nil), file: name,
                at: Self.position(of: offset, in: bytes, line))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if !hasText { hasText = text.contains { !$0.isWhitespace } }
        do { return CSVRecord(bytes: Array(try composed(text).utf8), line: line, delimiter: delimiter) } catch {
            throw BadInput(error, file: name, at: Position(line: line, column: 1))
        }
    }

    /// The place of the byte at `offset`, up to which `bytes` are UTF-8.
    private static func position(of offset: Int, in bytes: [UInt8], _ line: Int) -> Position {
        var (line, lineStart) = (line, 0)
        for index in 0..<offset where bytes[index] == lineFeed || bytes[index] == carriageReturn {
            if bytes[index] == carriageReturn, index + 1 < offset, bytes[index + 1] == lineFeed { continue }
            (line, lineStart) = (line + 1, index + 1)
        }
        return CSVRecord(bytes: bytes, line: line).position(of: offset, line: line, lineStart: lineStart)
    }
}

/// Finds the end of a record in a text that is still arriving.
private struct Cut {
    private enum State { case fieldStart, plain, quoted, quoteInQuoted, afterReturn, ended }

    /// How far the text has been looked at; in the end, the end of the record.
    var end: Int
    /// How many lines end within the record.
    private(set) var lineEnds = 0
    private var state = State.fieldStart
    private var followsReturn = false

    private let delimiter: UInt8

    init(_ start: Int, _ delimiter: UInt8) { (end, self.delimiter) = (start, delimiter) }

    /// Looks at what has arrived; true when the record ends in it.
    mutating func isWhole(_ bytes: [UInt8], isAtEnd: Bool) -> Bool {
        while state != .ended, end < bytes.count { step(bytes[end]) }
        return state == .ended || isAtEnd
    }

    private mutating func step(_ byte: UInt8) {
        if state == .afterReturn {
            state = .ended
            if byte == lineFeed { end += 1 }
            return
        }
        end += 1
        if byte == carriageReturn || (byte == lineFeed && !followsReturn) { lineEnds += 1 }
        followsReturn = byte == carriageReturn
        switch (state, byte) {
        case (.quoted, quote): state = .quoteInQuoted
        case (.quoted, _): break
        case (.fieldStart, quote), (.quoteInQuoted, quote): state = .quoted
        case (_, delimiter): state = .fieldStart
        case (_, lineFeed): state = .ended
        case (_, carriageReturn): state = .afterReturn
        default: state = .plain
        }
    }
}

/// Whether bytes read as CP949 (Unified Hangul Code, which includes EUC-KR) from beginning to end.
struct CP949Check {
    /// Whether they have so far.
    private(set) var isPossible = true
    private var isSecond = false

    /// Whether they have to their end.
    var isWhole: Bool { isPossible && !isSecond }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        guard isPossible else { return }
        for byte in bytes {
            if isSecond {
                switch byte {
                case 0x41...0x5A, 0x61...0x7A, 0x81...0xFE: isSecond = false
                default: isPossible = false
                }
            } else if byte >= 0x80 {
                isSecond = true
                isPossible = (0x81...0xFE).contains(byte)
            }
            if !isPossible { return }
        }
    }
}

private func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

let comma = UInt8(ascii: ",")
let semicolon = UInt8(ascii: ";")
let tab = UInt8(ascii: "\t")
let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
