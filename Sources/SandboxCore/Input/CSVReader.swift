package import SandboxDomain

/// Reads a CSV file of any size with a header, row by row, in any order of columns, and gathers every problem in it.
///
/// The caller decodes each row's fields through ``CSVRow`` and calls ``CSVReader/finish()`` at the end. If anything was
/// wrong, it throws all of it. A file that is wrong in very many places is read up to there.
package struct CSVReader {
    /// How many problems are told.
    package static let maxProblems = 10_000
    /// How many columns a header may have.
    package static let maxColumns = 200

    /// A column that may be in the header.
    package struct Column: Sendable {
        let name: String
        /// What people and files of an earlier date call it.
        let otherNames: [String]
        let isOptional: Bool

        /// A column of that name; one that is not optional must be in the header.
        package init(_ name: String, or otherNames: String..., isOptional: Bool = false) {
            (self.name, self.otherNames, self.isOptional) = (name, otherNames, isOptional)
        }
    }

    private let name: String?
    private let headerCount: Int
    private let maxRows: Int
    private var rows = 0
    private let places: [String: Int]
    private let mapping: ColumnMapping
    /// The columns of the file that are not read, because a mapping does not name them.
    package private(set) var ignored: [String] = []
    private var records: CSVRecords
    private var issues: [BadInput.Issue] = []

    /// Reads the header. A missing, unknown or repeated column is a problem of the header; the rows are still read.
    /// - Parameter maxRows: how many rows are read of a file that is kept in memory.
    /// - Throws: ``BadInput`` when the file cannot be read, is not UTF-8, is empty, or has more columns than any file.
    package init(
        _ source: InputSource, columns: [Column], mapping: ColumnMapping = ColumnMapping(), maxRows: Int = .max
    ) throws(BadInput) {
        (name, self.maxRows) = (source.name, maxRows)
        self.mapping = mapping
        for target in mapping.targets where !columns.contains(where: { $0.name == target }) {
            throw BadInput(.unknownName(target, known: columns.map(\.name)), file: name)
        }
        records = try CSVRecords(source)
        guard let first = try records.next() else { throw BadInput(.emptyFile, file: name) }
        let record = first.record
        guard !first.isTooLong else {
            throw BadInput(
                .rowTooLarge(mebibytes: CSVRecords.maxBytes >> 20), file: name,
                at: Position(line: record.line, column: 1))
        }
        var scanner = CSVScanner(record, name: name)
        var header = scanner.fields(atMost: Self.maxColumns)
        // What is to the right of them is not looked at, and may be more than blank.
        guard header.count <= Self.maxColumns else {
            throw BadInput(
                .tooMany(maximum: Self.maxColumns), file: name, at: Position(line: record.line, column: 1))
        }
        // Excel writes columns without a name after the last one that has a value.
        while header.count > 1, header.last.map({ trimmed($0.text).isEmpty }) == true { header.removeLast() }
        headerCount = header.count
        issues = scanner.issues
        var places: [String: Int] = [:]
        for (column, written) in mapping.columns.sorted(by: { $0.key < $1.key }) {
            places[column] =
                header.firstIndex { $0.text == written }
                ?? header.firstIndex { foldedWord($0.text) == foldedWord(written) }
            if places[column] == nil {
                let known = header.map { trimmed($0.text) }
                let problem = InputProblem.unknownName(written, known: known)
                let position = Position(line: record.line, column: 1)
                issues.append(.init(problem, file: name, at: position, field: Field(column)))
            }
        }
        let mapped = Set(places.values)
        for (place, field) in header.enumerated() where !mapped.contains(place) {
            let written = foldedWord(field.text)
            let name = columns.name(written) ?? written
            let position = record.position(of: field.offset, line: field.line, lineStart: field.lineStart)
            if let problem = field.text.isTooLongForAWord {
                issues.append(.init(problem, file: self.name, at: position))
            } else if columns.name(written) == nil || mapping.columns[name] != nil {
                if !mapping.isEmpty {
                    ignored.append(trimmed(field.text))
                    continue
                }
                let problem = InputProblem.unknownName(field.text, known: columns.map(\.name))
                issues.append(.init(problem, file: self.name, at: position, field: Field(field.text)))
            } else if places.updateValue(place, forKey: name) != nil {
                issues.append(.init(.repeatedName(name), file: self.name, at: position, field: Field(name)))
            }
        }
        for column in columns
        where !column.isOptional && places[column.name] == nil && mapping.columns[column.name] == nil
            && mapping.defaults[column.name] == nil && mapping.constants[column.name] == nil
        {
            let position = Position(line: record.line, column: 1)
            issues.append(
                .init(.missingName(Field(column.name)), file: name, at: position, field: Field(column.name)))
        }
        self.places = places
    }

    /// The next row with as many fields as the header, or nil at the end. More of them may be blank, and a row of nothing but blank
    /// fields is none, as Excel writes them; other rows are reported and skipped.
    /// - Throws: ``BadInput`` when the file cannot be read, or is not UTF-8.
    package mutating func next() throws(BadInput) -> CSVRow? {
        while let (record, isTooLong) = try records.next() {
            let place = Position(line: record.line, column: 1)
            if issues.count >= Self.maxProblems {
                issues.append(.init(.moreProblems(than: Self.maxProblems), file: name, at: place))
                records.stop()
                return nil
            }
            rows += 1
            if rows > maxRows {
                issues.append(.init(.tooMany(maximum: maxRows), file: name, at: place))
                records.stop()
                return nil
            }
            var scanner = CSVScanner(record, name: name)
            var fields = scanner.fields(atMost: max(Self.maxColumns, headerCount))
            issues += scanner.issues
            if fields.count <= Self.maxColumns {
                while fields.count > headerCount, fields.last?.text.isEmpty == true { fields.removeLast() }
            }
            if fields.count == headerCount, headerCount > 1, fields.allSatisfy({ $0.text.isEmpty }) { continue }
            if isTooLong {
                let problem = InputProblem.rowTooLarge(mebibytes: CSVRecords.maxBytes >> 20)
                if scanner.issues.isEmpty { issues.append(.init(problem, file: name, at: place)) }
            } else if fields.count == headerCount {
                return CSVRow(file: name, record: record, fields: fields, places: places, mapping: mapping)
            } else {
                let problem = InputProblem.fieldCount(expected: headerCount, found: fields.count)
                issues.append(.init(problem, file: name, at: place))
            }
        }
        return nil
    }

    /// Takes over what a row's decoding found.
    package mutating func gather(_ row: CSVRow) {
        let room = Self.maxProblems - issues.count
        issues += row.issues.prefix(max(0, room))
        guard room >= 0, row.issues.count > room else { return }
        issues.append(
            .init(.moreProblems(than: Self.maxProblems), file: name, at: Position(line: row.line, column: 1)))
    }

    /// Throws ``BadInput`` with everything that was wrong in the whole file, if anything was.
    /// - Parameter others: what was found out about the rows in another way.
    package func finish(_ others: [BadInput.Issue] = []) throws(BadInput) {
        guard records.hasText else { throw BadInput(.emptyFile, file: name) }
        let all = issues + others
        if !all.isEmpty { throw BadInput(all) }
    }
}

/// One row, read column by column; what is wrong with its values gathers in ``issues``.
package struct CSVRow {
    fileprivate let file: String?
    fileprivate let record: CSVRecord
    fileprivate let fields: [CSVScanner.Field]
    fileprivate let places: [String: Int]
    fileprivate let mapping: ColumnMapping
    /// What was wrong so far.
    package private(set) var issues: [BadInput.Issue] = []

    fileprivate init(
        file: String?, record: CSVRecord, fields: [CSVScanner.Field], places: [String: Int], mapping: ColumnMapping
    ) {
        (self.file, self.record, self.fields, self.places) = (file, record, fields, places)
        self.mapping = mapping
    }

    /// The line the row begins on.
    package var line: Int { fields[0].line }

    /// The text of a column without white space at its ends, and without the apostrophe by which a spreadsheet is kept from
    /// running it (`'=1+1`); empty if the header has no such column, and where there is but a dash.
    package func text(_ column: String) -> String {
        let text = written(column)
        if mapping.isEmpty { return text }
        if let constant = mapping.constants[column] { return constant }
        if text.isEmpty { return mapping.defaults[column] ?? "" }
        return mapping.words[column]?[foldedWord(text)] ?? text
    }

    /// The columns whose value a mapping gave, and not the file.
    package var supplied: [String] {
        (Array(mapping.constants.keys) + mapping.defaults.keys.filter { written($0).isEmpty }).sorted()
    }

    private func written(_ column: String) -> String {
        guard let place = places[column] else { return "" }
        let text = fields[place].text
        let value = trimmed(isDefused(text) ? String(text.dropFirst()) : text)
        return value.utf8.count <= 3 && ["-", "–", "—"].contains(value) ? "" : value
    }

    /// Whether the text is one that exports defuse, by the rule of `report.defused`.
    private func isDefused(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "'") else { return false }
        let first = text.unicodeScalars.dropFirst().first { !" '\"".unicodeScalars.contains($0) }
        return first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    /// The value of a column that must not be blank; nil after a problem was noted.
    package mutating func required<T>(_ column: String, _ make: (String) throws(InputProblem) -> T) -> T? {
        let text = text(column)
        if text.isEmpty {
            if places[column] != nil || !mapping.isEmpty { report(.missingValue, column) }
            return nil
        }
        return optional(column, make)
    }

    /// The value of a column; nil if it is blank or after a problem was noted.
    package mutating func optional<T>(_ column: String, _ make: (String) throws(InputProblem) -> T) -> T? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        do {
            try text.checkLength()
            return try make(text)
        } catch {
            report(error.ofLongText(text), column)
            return nil
        }
    }

    /// Notes a problem of a column, or of the row as a whole.
    package mutating func report(_ problem: InputProblem, _ column: String? = nil) {
        let field = column.flatMap { places[$0] }.map { fields[$0] } ?? fields[0]
        let position = record.position(of: field.offset, line: field.line, lineStart: field.lineStart)
        issues.append(.init(problem, file: file, at: position, field: column.map(Field.init)))
    }
}

extension [CSVReader.Column] {
    /// The present name of the column that a file calls so; nil: there is none.
    func name(_ word: String) -> String? {
        first { $0.name == word }?.name ?? first { $0.otherNames.contains(word) }?.name
            ?? first { $0.otherNames.contains { withoutBlanks($0) == withoutBlanks(word) } }?.name
    }

    private func withoutBlanks(_ word: String) -> String { word.filter { !$0.isWhitespace } }
}
