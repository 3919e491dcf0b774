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
        /// The name that files of an earlier date give it.
        let formerName: String?
        let isOptional: Bool

        /// A column of that name; one that is not optional must be in the header.
        package init(_ name: String, formerly formerName: String? = nil, isOptional: Bool = false) {
            (self.name, self.formerName, self.isOptional) = (name, formerName, isOptional)
        }
    }

    private let name: String?
    private let headerCount: Int
    private let maxRows: Int
    private var rows = 0
    private let places: [String: Int]
    private var records: CSVRecords
    private var issues: [BadInput.Issue] = []

    /// Reads the header. A missing, unknown or repeated column is a problem of the header; the rows are still read.
    /// - Parameter maxRows: how many rows are read of a file that is kept in memory.
    /// - Throws: ``BadInput`` when the file cannot be read, is not UTF-8, is empty, or has more columns than any file.
    package init(_ source: InputSource, columns: [Column], maxRows: Int = .max) throws(BadInput) {
        (name, self.maxRows) = (source.name, maxRows)
        records = try CSVRecords(source)
        guard let first = try records.next() else { throw BadInput(.emptyFile, file: name) }
        let record = first.record
        var scanner = CSVScanner(record, name: name)
        let header = scanner.fields(atMost: Self.maxColumns)
        headerCount = header.count
        guard header.count <= Self.maxColumns else {
            throw BadInput(
                .tooMany(maximum: Self.maxColumns), file: name, at: Position(line: record.line, column: 1))
        }
        issues = scanner.issues
        var places: [String: Int] = [:]
        for (place, field) in header.enumerated() {
            let written = foldedWord(field.text)
            let name = columns.name(written) ?? written
            let position = record.position(of: field.offset, line: field.line, lineStart: field.lineStart)
            if let problem = field.text.isTooLongForAWord {
                issues.append(.init(problem, file: self.name, at: position))
            } else if columns.name(written) == nil {
                let problem = InputProblem.unknownName(field.text, known: columns.map(\.name))
                issues.append(.init(problem, file: self.name, at: position, field: Field(field.text)))
            } else if places.updateValue(place, forKey: name) != nil {
                issues.append(.init(.repeatedName(name), file: self.name, at: position, field: Field(name)))
            }
        }
        for column in columns where !column.isOptional && places[column.name] == nil {
            let position = Position(line: record.line, column: 1)
            issues.append(
                .init(.missingName(Field(column.name)), file: name, at: position, field: Field(column.name)))
        }
        self.places = places
    }

    /// The next row with as many fields as the header, or nil at the end. Other rows are reported and skipped.
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
            let fields = scanner.fields(atMost: max(Self.maxColumns, headerCount))
            issues += scanner.issues
            if isTooLong {
                let problem = InputProblem.rowTooLarge(mebibytes: CSVRecords.maxBytes >> 20)
                if scanner.issues.isEmpty { issues.append(.init(problem, file: name, at: place)) }
            } else if fields.count == headerCount {
                return CSVRow(file: name, record: record, fields: fields, places: places)
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
    /// What was wrong so far.
    package private(set) var issues: [BadInput.Issue] = []

    fileprivate init(file: String?, record: CSVRecord, fields: [CSVScanner.Field], places: [String: Int]) {
        (self.file, self.record, self.fields, self.places) = (file, record, fields, places)
    }

    /// The line the row begins on.
    package var line: Int { fields[0].line }

    /// The text of a column without white space at its ends; empty if the header has no such column.
    package func text(_ column: String) -> String {
        places[column].map { trimmed(fields[$0].text) } ?? ""
    }

    /// The value of a column that must not be blank; nil after a problem was noted.
    package mutating func required<T>(_ column: String, _ make: (String) throws(InputProblem) -> T) -> T? {
        let text = text(column)
        if text.isEmpty {
            if places[column] != nil { report(.missingValue, column) }
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
    func name(_ word: String) -> String? { first { $0.name == word || $0.formerName == word }?.name }
}
