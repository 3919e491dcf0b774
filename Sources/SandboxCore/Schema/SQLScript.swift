/// The statements of an SQL file, as far as they must be understood to be told apart: quotes, comments, parentheses, and the
/// bodies of functions, in which a semicolon ends nothing.
struct SQLScript {
    let statements: [Statement]

    /// One statement, without the semicolon at its end.
    struct Statement {
        /// From the first word to the last.
        let text: String
        /// The comment on the lines directly before it; empty if there is none.
        let comment: String
        /// The line of its first word, from 1.
        let line: Int
        let tokens: [Token]
    }

    /// A word, a text or a sign; comments and blanks are not tokens.
    struct Token: Equatable {
        enum Kind: Equatable { case word, name, text, sign }

        let kind: Kind
        /// A word in lower case, a quoted name or a text without its quotes.
        let text: String
        /// Within the statement, in UTF-8.
        let bytes: Range<Int>
        /// How many parentheses are open around it.
        let depth: Int
    }

    init(_ text: String) {
        var reader = SQLReader(text)
        var statements: [Statement] = []
        while let statement = reader.statement() { statements.append(statement) }
        self.statements = statements
    }
}

/// Reads a text from its beginning to its end, a byte at a time: what matters is ASCII.
private struct SQLReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    /// The comment lines just read, and the line on which the last one ended.
    private var comment: (lines: [String], end: Int) = ([], 0)
    /// The line on which the last statement ended: a comment after it belongs to it.
    private var endLine = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func statement() -> SQLScript.Statement? {
        comment = ([], 0)
        skipBlanks()
        while peek() == UInt8(ascii: ";") {
            advance()
            skipBlanks()
        }
        guard index < bytes.count else { return nil }
        let (start, startLine) = (index, line)
        let said = comment.end == line - 1 ? comment.lines.joined(separator: "\n") : ""
        var tokens: [SQLScript.Token] = []
        var depth = 0
        var end = start
        // Open BEGIN ATOMIC and CASE: each has its END.
        var blocks = 0
        while let byte = peek() {
            if byte == UInt8(ascii: ";"), depth == 0, blocks == 0 { break }
            let from = index
            let (kind, text) = token()
            if text == ")" { depth -= 1 }
            tokens.append(.init(kind: kind, text: text, bytes: (from - start)..<(index - start), depth: depth))
            if text == "(", kind == .sign { depth += 1 }
            if kind == .word {
                if text == "atomic", tokens.dropLast().last?.text == "begin" { blocks = 1 }
                if text == "case", blocks > 0 { blocks += 1 }
                if text == "end", blocks > 0 { blocks -= 1 }
            }
            end = index
            skipBlanks()
        }
        if peek() != nil { advance() }
        endLine = line
        return .init(
            text: String(decoding: bytes[start..<end], as: UTF8.self), comment: said, line: startLine, tokens: tokens)
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }

    private mutating func advance() {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    /// Goes to the next token, past blanks and comments. Keeps the comments while they are on consecutive lines.
    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == UInt8(ascii: "-"), peek(1) == byte {
                let start = index
                while let next = peek(), next != UInt8(ascii: "\n") { index += 1 }
                if line == endLine { continue }
                if comment.end != line - 1 { comment.lines = [] }
                comment.lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
                comment.end = line
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                skipBlock()
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                advance()
            } else {
                return
            }
        }
    }

    /// Comments in `/* */` may hold others.
    private mutating func skipBlock() {
        var depth = 0
        repeat {
            let pair = (peek(), peek(1))
            if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                depth += 1
                advance()
            } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                depth -= 1
                advance()
            }
            advance()
        } while depth > 0 && index < bytes.count
    }

    private mutating func token() -> (SQLScript.Token.Kind, String) {
        guard let byte = peek() else { return (.sign, "") }
        switch byte {
        case UInt8(ascii: "'"): return (.text, quoted(byte, hasEscapes: false))
        case UInt8(ascii: "\""): return (.name, quoted(byte, hasEscapes: false))
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            guard peek(1) == UInt8(ascii: "'") else { return (.word, word()) }
            advance()
            return (.text, quoted(UInt8(ascii: "'"), hasEscapes: true))
        case UInt8(ascii: "$"):
            if let text = dollarQuoted() { return (.text, text) }
            advance()
            return (.sign, "$")
        case let byte where byte.isWord: return (.word, word())
        default:
            advance()
            return (.sign, String(decoding: [byte], as: UTF8.self))
        }
    }

    private mutating func word() -> String {
        let start = index
        while let byte = peek(), byte.isWord || byte == UInt8(ascii: "$") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func quoted(_ quote: UInt8, hasEscapes: Bool) -> String {
        advance()
        var text: [UInt8] = []
        while let byte = peek() {
            advance()
            if byte == quote {
                guard peek() == quote else { break }
                advance()
            } else if byte == UInt8(ascii: "\\"), hasEscapes, let next = peek() {
                text.append(byte)
                text.append(next)
                advance()
                continue
            }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `$$ … $$` or `$tag$ … $tag$`; nil if there is none here.
    private mutating func dollarQuoted() -> String? {
        var end = index + 1
        while end < bytes.count, bytes[end].isWord { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), end == index + 1 || !bytes[index + 1].isDigit
        else { return nil }
        let tag = bytes[index...end]
        while index <= end { advance() }
        let start = index
        while index < bytes.count, !bytes[index...].starts(with: tag) { advance() }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        for _ in tag where index < bytes.count { advance() }
        return text
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// A letter, a digit, an underscore, or part of a letter beyond ASCII.
    fileprivate var isWord: Bool {
        isDigit || self == UInt8(ascii: "_") || self >= 0x80
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
