package import SandboxDomain

/// Reads a CSV file with a header, row by row, in any order of columns, and gathers every problem in it.
///
/// The caller decodes each row's fields through ``CSVRow`` and calls ``CSVReader/finish()`` at the end. If anything was
/// wrong, it throws all of it.
package struct CSVReader {
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

    private let file: TextFile
    private let headerCount: Int
    private let places: [String: Int]
    private var scanner: CSVScanner
    private var issues: [BadInput.Issue] = []

    /// Reads the header. A missing, unknown or repeated column is a problem of the header; the rows are still read.
    package init(_ file: TextFile, columns: [Column]) {
        self.file = file
        scanner = CSVScanner(file)
        let header = scanner.next() ?? []
        headerCount = header.count
        var places: [String: Int] = [:]
        for (place, field) in header.enumerated() {
            let written = foldedWord(field.text)
            let name = columns.name(written) ?? written
            let position = file.position(of: field.offset, line: field.line, lineStart: field.lineStart)
            if columns.name(written) == nil {
                let problem = InputProblem.unknownName(field.text, known: columns.map(\.name))
                issues.append(.init(problem, file: file.name, at: position, field: Field(field.text)))
            } else if places.updateValue(place, forKey: name) != nil {
                issues.append(.init(.repeatedName(name), file: file.name, at: position, field: Field(name)))
            }
        }
        for column in columns where !column.isOptional && places[column.name] == nil {
            let position = Position(line: header.first?.line ?? 1, column: 1)
            issues.append(
                .init(.missingName(Field(column.name)), file: file.name, at: position, field: Field(column.name)))
        }
        self.places = places
    }

    /// The next row with as many fields as the header, or nil at the end. Other rows are reported and skipped.
    package mutating func next() -> CSVRow? {
        while let fields = scanner.next() {
            if fields.count == headerCount { return CSVRow(file: file, fields: fields, places: places) }
            let first = fields[0]
            let position = file.position(of: first.offset, line: first.line, lineStart: first.lineStart)
            let problem = InputProblem.fieldCount(expected: headerCount, found: fields.count)
            issues.append(.init(problem, file: file.name, at: position))
        }
        return nil
    }

    /// Takes over what a row's decoding found.
    package mutating func gather(_ row: CSVRow) { issues += row.issues }

    /// Throws ``BadInput`` with everything that was wrong in the whole file, if anything was.
    package func finish() throws(BadInput) {
        let all = issues + scanner.issues
        if !all.isEmpty { throw BadInput(all) }
    }
}

/// One row, read column by column; what is wrong with its values gathers in ``issues``.
package struct CSVRow {
    fileprivate let file: TextFile
    fileprivate let fields: [CSVScanner.Field]
    fileprivate let places: [String: Int]
    /// What was wrong so far.
    package private(set) var issues: [BadInput.Issue] = []

    fileprivate init(file: TextFile, fields: [CSVScanner.Field], places: [String: Int]) {
        self.file = file
        self.fields = fields
        self.places = places
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
            return try make(text)
        } catch {
            report(error, column)
            return nil
        }
    }

    /// Notes a problem of a column, or of the row as a whole.
    package mutating func report(_ problem: InputProblem, _ column: String? = nil) {
        let field = column.flatMap { places[$0] }.map { fields[$0] } ?? fields[0]
        let position = file.position(of: field.offset, line: field.line, lineStart: field.lineStart)
        issues.append(.init(problem, file: file.name, at: position, field: column.map(Field.init)))
    }
}

extension [CSVReader.Column] {
    /// The present name of the column that a file calls so; nil: there is none.
    func name(_ word: String) -> String? { first { $0.name == word || $0.formerName == word }?.name }
}
