import SandboxDomain

/// Splits a record of a CSV text (RFC 4180) into fields. A line ends with LF, CRLF or CR; a quoted field may hold any of
/// them.
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

    private let record: CSVRecord
    private let name: String?
    private var index = 0
    private var line: Int
    private var lineStart = 0
    /// What was wrong with the text.
    private(set) var issues: [BadInput.Issue] = []

    /// - Parameter name: the file's, for messages.
    init(_ record: CSVRecord, name: String?) { (self.record, self.name, line) = (record, name, record.line) }

    /// The fields of the record, but no more than one over a maximum.
    mutating func fields(atMost maximum: Int) -> [Field] {
        var fields: [Field] = []
        while true {
            fields.append(field())
            guard fields.count <= maximum, index < record.bytes.count else { return fields }
            if record.bytes[index] == record.delimiter {
                index += 1
                // A comma at the very end is followed by one more, empty field.
                if index == record.bytes.count { fields.append(here("")) }
                if index == record.bytes.count { return fields }
            } else {
                endLine()
                return fields
            }
        }
    }

    /// One field; afterwards `index` is at a comma, a line end or the end of the text.
    private mutating func field() -> Field {
        guard index < record.bytes.count, record.bytes[index] == quote else {
            var field = here("")
            let end = endOfPlainText()
            field.text = String(decoding: record.bytes[index..<end], as: UTF8.self)
            index = end
            return field
        }
        var field = here("")
        field.text = quotedText(of: field)
        if index < record.bytes.count, record.bytes[index] != record.delimiter, !isLineEnd(index) {
            report(.strayQuote, here(""))
            index = endOfPlainText(reportingQuotes: false)
        }
        return field
    }

    /// The end of the unquoted text that begins here.
    private mutating func endOfPlainText(reportingQuotes: Bool = true) -> Int {
        var end = index
        var hasReported = !reportingQuotes
        while end < record.bytes.count {
            switch record.bytes[end] {
            case record.delimiter, lineFeed, carriageReturn: return end
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
        while index < record.bytes.count {
            switch record.bytes[index] {
            case quote where index + 1 < record.bytes.count && record.bytes[index + 1] == quote:
                pieces.append(contentsOf: record.bytes[start...index])
                index += 2
                start = index
            case quote:
                let last = record.bytes[start..<index]
                index += 1
                return pieces.isEmpty
                    ? String(decoding: last, as: UTF8.self) : String(decoding: pieces + last, as: UTF8.self)
            case lineFeed, carriageReturn: endLine()
            default: index += 1
            }
        }
        report(.unclosedQuote, field)
        return String(decoding: pieces + record.bytes[start...], as: UTF8.self)
    }

    /// Steps over the line end at `index`.
    private mutating func endLine() {
        let isPair =
            record.bytes[index] == carriageReturn && index + 1 < record.bytes.count
            && record.bytes[index + 1] == lineFeed
        index += isPair ? 2 : 1
        line += 1
        lineStart = index
    }

    private func isLineEnd(_ index: Int) -> Bool {
        record.bytes[index] == lineFeed || record.bytes[index] == carriageReturn
    }

    private func here(_ text: String) -> Field { Field(text: text, offset: index, line: line, lineStart: lineStart) }

    private mutating func report(_ problem: InputProblem, _ field: Field) {
        let position = record.position(of: field.offset, line: field.line, lineStart: field.lineStart)
        issues.append(.init(problem, file: name, at: position))
    }
}
