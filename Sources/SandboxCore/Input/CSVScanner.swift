import SandboxDomain

/// Splits a CSV text (RFC 4180) into records. A line ends with LF, CRLF or CR; a quoted field may hold any of them.
///
/// It continues after a mistake as well as it can, so that one run finds all of them.
struct CSVScanner {
    /// One field of a record and where it begins.
    struct Field {
        var text: String
        /// Offset of its first byte, the opening quote included.
        let offset: Int
        /// The line it begins on, from 1, and the offset at which that line begins.
        let line: Int, lineStart: Int
    }

    private let file: TextFile
    private var index = 0
    private var line = 1
    private var lineStart = 0
    /// What was wrong with the text so far.
    private(set) var issues: [BadInput.Issue] = []

    init(_ file: TextFile) { self.file = file }

    /// The next record that is not an empty line, or nil at the end.
    mutating func next() -> [Field]? {
        while index < file.bytes.count {
            let isEmptyLine = isLineEnd(index)
            let fields = record()
            if !isEmptyLine { return fields }
        }
        return nil
    }

    private mutating func record() -> [Field] {
        var fields: [Field] = []
        while true {
            fields.append(field())
            guard index < file.bytes.count else { return fields }
            if file.bytes[index] == comma {
                index += 1
                // A comma at the very end is followed by one more, empty field.
                if index == file.bytes.count { fields.append(here("")) }
                if index == file.bytes.count { return fields }
            } else {
                endLine()
                return fields
            }
        }
    }

    /// One field; afterwards `index` is at a comma, a line end or the end of the text.
    private mutating func field() -> Field {
        guard index < file.bytes.count, file.bytes[index] == quote else {
            var field = here("")
            let end = endOfPlainText()
            field.text = String(decoding: file.bytes[index..<end], as: UTF8.self)
            index = end
            return field
        }
        var field = here("")
        field.text = quotedText(of: field)
        if index < file.bytes.count, file.bytes[index] != comma, !isLineEnd(index) {
            report(.strayQuote, here(""))
            index = endOfPlainText(reportingQuotes: false)
        }
        return field
    }

    /// The end of the unquoted text that begins here.
    private mutating func endOfPlainText(reportingQuotes: Bool = true) -> Int {
        var end = index
        var hasReported = !reportingQuotes
        while end < file.bytes.count {
            switch file.bytes[end] {
            case comma, lineFeed, carriageReturn: return end
            case quote where !hasReported:
                report(.strayQuote, Field(text: "", offset: end, line: line, lineStart: lineStart))
                hasReported = true
            default: break
            }
            end += 1
        }
        return end
    }

    /// The text between the quotes, with doubled quotes made single; leaves `index` after the closing quote.
    private mutating func quotedText(of field: Field) -> String {
        index += 1
        var pieces: [UInt8] = []
        var start = index
        while index < file.bytes.count {
            switch file.bytes[index] {
            case quote where index + 1 < file.bytes.count && file.bytes[index + 1] == quote:
                pieces.append(contentsOf: file.bytes[start...index])
                index += 2
                start = index
            case quote:
                let last = file.bytes[start..<index]
                index += 1
                return pieces.isEmpty
                    ? String(decoding: last, as: UTF8.self) : String(decoding: pieces + last, as: UTF8.self)
            case lineFeed, carriageReturn: endLine()
            default: index += 1
            }
        }
        report(.unclosedQuote, field)
        return String(decoding: pieces + file.bytes[start...], as: UTF8.self)
    }

    /// Steps over the line end at `index`.
    private mutating func endLine() {
        let isPair =
            file.bytes[index] == carriageReturn && index + 1 < file.bytes.count && file.bytes[index + 1] == lineFeed
        index += isPair ? 2 : 1
        line += 1
        lineStart = index
    }

    private func isLineEnd(_ index: Int) -> Bool {
        file.bytes[index] == lineFeed || file.bytes[index] == carriageReturn
    }

    private func here(_ text: String) -> Field { Field(text: text, offset: index, line: line, lineStart: lineStart) }

    private mutating func report(_ problem: InputProblem, _ field: Field) {
        let position = file.position(of: field.offset, line: field.line, lineStart: field.lineStart)
        issues.append(.init(problem, file: file.name, at: position))
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
