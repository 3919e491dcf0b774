/// The text of a paper, as a regime file has it: a line says what is printed, and `{field}` which fact goes there.
///
/// ```text
/// | 상호(명칭) | {company} | 대표자 성명 | {representative}      a row of the form
/// # 지정 조건                                                  a heading
/// [conditions]                                               a table, which must not be empty; [conditions?] may be
/// > remedies                                                 a part that several papers have
/// ? reason: 사유: {reason}                                    printed where there is a reason
/// ! reason: 사유 없음                                         printed where there is none
/// + 실증을 위한 규제특례지정서 1부.                                an enclosure
/// [each] … [end]                                             for each item of a meeting
/// ---                                                        a new page
/// ```
/// Any other line is a paragraph; leading spaces indent it, two a level.
public struct PaperText: Hashable, Sendable {
    /// The lines, parts taken in.
    public let lines: [Line]

    /// A line and when it is printed.
    public struct Line: Hashable, Sendable {
        /// What is printed.
        public let content: Content
        /// Printed only where this fact is there, or is not.
        public let condition: Condition?
    }

    /// When a line is printed.
    public enum Condition: Hashable, Sendable {
        /// Where the fact is there.
        case present(PaperField)
        /// Where it is not.
        case absent(PaperField)
    }

    /// What a line prints.
    public indirect enum Content: Hashable, Sendable {
        /// A heading.
        case heading(Words)
        /// A row of a form, its cells in turn a title and a value.
        case row([Words])
        /// A paragraph, and how far it is indented.
        case paragraph(Words, level: Int)
        /// An enclosure (붙임).
        case enclosure(Words)
        /// Rows; whether there may be none.
        case table(PaperTable, mayBeEmpty: Bool)
        /// Lines for every item of a meeting.
        case each([Line])
        /// What follows begins a page.
        case pageBreak
    }

    /// Words with places for facts.
    public struct Words: Hashable, Sendable {
        /// The pieces in their order.
        public let pieces: [Piece]

        /// Words, or the place of a fact.
        public enum Piece: Hashable, Sendable {
            case text(String)
            case field(PaperField)
        }

        /// The facts that are asked for.
        public var fields: [PaperField] {
            pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
        }

        /// The words with their facts; empty for one that is not known.
        public func filled(_ values: [PaperField: String]) -> String {
            pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .field(let field): values[field] ?? ""
                }
            }.joined()
        }
    }

    /// Reads a text.
    /// - Parameters:
    ///   - kind: of which paper: it says what may be asked for.
    ///   - parts: the texts of the parts, by code.
    /// - Throws: `InputProblem` for the first word that means nothing, with those that do.
    public init(_ text: String, of kind: PaperKind, parts: [String: String] = [:]) throws(InputProblem) {
        var reader = Reader(kind: kind, parts: parts, fields: kind.fields)
        lines = try reader.lines(text)
        guard !reader.isEach else { throw .missingPlace("[end]") }
    }

    /// Words of one line, such as a title.
    public static func words(_ text: String, of kind: PaperKind) throws(InputProblem) -> Words {
        try Reader(kind: kind, parts: [:], fields: kind.fields).words(text)
    }

    /// The facts that are asked for and missing, each once, in the order of the text; those of items are not among them.
    public func missing(_ values: [PaperField: String], filled tables: Set<PaperTable>) -> [Missing] {
        var found: [Missing] = []
        for line in lines where line.isPrinted(values) {
            switch line.content {
            case .heading(let words), .paragraph(let words, _), .enclosure(let words):
                found += words.fields.filter { values[$0] == nil }.map(Missing.field)
            case .row(let cells):
                found += cells.flatMap(\.fields).filter { values[$0] == nil }.map(Missing.field)
            case .table(let table, let mayBeEmpty):
                if !mayBeEmpty, !tables.contains(table) { found.append(.table(table)) }
            case .each, .pageBreak: break
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The lines for each item.
    public var ofItems: PaperText? {
        for line in lines { if case .each(let inner) = line.content { return PaperText(lines: inner) } }
        return nil
    }

    private init(lines: [Line]) { self.lines = lines }

    /// What a paper lacks.
    public enum Missing: Hashable, Sendable {
        /// A fact.
        case field(PaperField)
        /// Rows.
        case table(PaperTable)
    }
}

extension PaperText.Line {
    /// Whether it is printed with these facts.
    public func isPrinted(_ values: [PaperField: String]) -> Bool {
        switch condition {
        case .none: true
        case .present(let field): values[field] != nil
        case .absent(let field): values[field] == nil
        }
    }
}

/// Reads lines.
private struct Reader {
    let kind: PaperKind
    let parts: [String: String]
    var fields: [PaperField]
    var isEach = false
    var depth = 0
    /// How far the part that is taken in is indented.
    var base = 0

    mutating func lines(_ text: String) throws(InputProblem) -> [PaperText.Line] {
        var read: [PaperText.Line] = []
        var items: [PaperText.Line] = []
        for raw in text.split(separator: "\n") where !raw.allSatisfy(\.isWhitespace) {
            var line = raw[...]
            let indent = line.prefix { $0 == " " }.count + base
            line = line.drop { $0 == " " }
            var condition: PaperText.Condition?
            if let mark = line.first, mark == "?" || mark == "!", let colon = line.firstIndex(of: ":") {
                let field = try self.field(line[..<colon].dropFirst())
                condition = mark == "?" ? .present(field) : .absent(field)
                line = line[line.index(after: colon)...].drop { $0 == " " }
            }
            if line == "[each]" {
                guard kind.isOfMeeting, !isEach else { throw .unknownWord("[each]", known: tables) }
                (isEach, fields) = (true, kind.fields + kind.itemFields)
                continue
            }
            if line == "[end]" {
                guard isEach else { throw .unknownWord("[end]", known: tables) }
                (isEach, fields) = (false, kind.fields)
                read.append(.init(content: .each(items), condition: nil))
                items = []
                continue
            }
            for added in try self.line(line, indent: indent, condition) {
                if isEach { items.append(added) } else { read.append(added) }
            }
        }
        return read
    }

    private var tables: [String] { PaperTable.allCases.map(\.rawValue) }

    private mutating func line(
        _ line: Substring, indent: Int, _ condition: PaperText.Condition?
    ) throws(InputProblem) -> [PaperText.Line] {
        if line.hasPrefix("> ") {
            let code = String(line.dropFirst(2).filter { $0 != " " })
            guard let part = parts[code], depth < 3 else { throw .unknownWord(code, known: parts.keys.sorted()) }
            let outer = base
            (depth, base) = (depth + 1, indent)
            defer { (depth, base) = (depth - 1, outer) }
            let inner = try lines(part)
            return condition == nil
                ? inner : inner.map { .init(content: $0.content, condition: $0.condition ?? condition) }
        }
        return [.init(content: try content(line, indent: indent), condition: condition)]
    }

    private func content(_ line: Substring, indent: Int) throws(InputProblem) -> PaperText.Content {
        if line == "---" { return .pageBreak }
        if line.hasPrefix("# ") { return .heading(try words(String(line.dropFirst(2)))) }
        if line.hasPrefix("+ ") { return .enclosure(try words(String(line.dropFirst(2)))) }
        if line.hasPrefix("| ") {
            var cells: [PaperText.Words] = []
            for cell in line.dropFirst(2).split(separator: " | ") { cells.append(try words(String(cell))) }
            return .row(cells)
        }
        if line.hasPrefix("["), line.hasSuffix("]") {
            let name = line.dropFirst().dropLast()
            let mayBeEmpty = name.hasSuffix("?")
            return .table(try PaperTable(code: String(mayBeEmpty ? name.dropLast() : name)), mayBeEmpty: mayBeEmpty)
        }
        return .paragraph(try words(String(line)), level: indent / 2)
    }

    private func field(_ name: Substring) throws(InputProblem) -> PaperField {
        let name = String(name.filter { $0 != " " })
        guard let field = PaperField(rawValue: name), fields.contains(field) else {
            throw .unknownWord(name, known: fields.map(\.rawValue))
        }
        return field
    }

    func words(_ text: String) throws(InputProblem) -> PaperText.Words {
        var pieces: [PaperText.Words.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { throw .missingPlace("}") }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.field(try field(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return .init(pieces: pieces)
    }
}
