public import Postgres
public import SandboxDomain

/// One row of a file of organisations.
public struct OrganisationEntry: Hashable, Sendable {
    /// The name.
    public let name: OrganisationName
    /// What it is.
    public let kind: OrganisationKind
    /// The name in English.
    public let englishName: String?
    /// A company's business registration number.
    public let registrationNumber: String?
}

/// An operator or the desk enters all organisations of a file, or none. Those that are there stay as they are.
///
/// Columns, in any order: `name`, `kind`, and optionally `name_en`, `registration_no`.
public struct ImportOrganisations: Operation {
    let bytes: [UInt8]
    let file: String?

    /// - Parameters:
    ///   - bytes: a CSV file.
    ///   - file: its name, for messages; nil for standard input.
    public init(_ bytes: [UInt8], file: String?) { (self.bytes, self.file) = (bytes, file) }

    /// What an import came to.
    public struct Imported: Sendable, Hashable {
        /// The names that were entered.
        public let added: [String]
        /// How many were there already.
        public let unchanged: Int
    }

    /// - Throws: `BadInput` with every problem of the file, such as an organisation that is already there as another
    ///   kind.
    public func perform(_ session: Session) throws -> Imported {
        _ = try Principal.current(session).required([.operator, .desk])
        let registered = try session.all("SELECT name, kind FROM organisation") {
            (name: String, kind: OrganisationKind) in
            (name, kind)
        }
        let kinds = Dictionary(registered) { first, _ in first }
        let entries = try Self.read(bytes, file: file, registered: kinds)
        let added = try session.all(
            """
            INSERT INTO organisation (name, kind, name_en, registration_no)
            SELECT e.name, e.kind, e.name_en, e.registration_no
            FROM unnest(\(entries.map(\.name.text))::text[], \(entries.map(\.kind.rawValue))::text[],
                \(entries.map(\.englishName))::text[], \(entries.map(\.registrationNumber))::text[])
                WITH ORDINALITY AS e (name, kind, name_en, registration_no, place)
            WHERE NOT EXISTS (SELECT FROM organisation AS o WHERE o.name = e.name)
            ORDER BY e.place RETURNING name
            """, as: String.self)
        return Imported(added: added, unchanged: entries.count - added.count)
    }

    /// The organisations of a file.
    /// - Parameter registered: those that are there already.
    static func read(
        _ bytes: [UInt8], file: String?, registered: [String: OrganisationKind]
    ) throws(BadInput) -> [OrganisationEntry] {
        let columns = ["name", "kind", "name_en", "registration_no"]
        var reader = try CSVReader(
            InputSource(bytes, name: file), columns: columns.map { .init($0, isOptional: $0.contains("_")) },
            maxRows: 100_000)
        var entries: [OrganisationEntry] = []
        var firstLines: [OrganisationName: Int] = [:]
        while var row = try reader.next() {
            let name = row.required("name") { text throws(InputProblem) in try OrganisationName(text) }
            let kind = row.required("kind") { text throws(InputProblem) in try OrganisationKind(code: text) }
            let english = row.optional("name_en") { text throws(InputProblem) in try TextRule.label.checked(text) }
            let number = row.optional("registration_no") { text throws(InputProblem) in
                try TextRule.label.checked(text)
            }
            if let name, let kind {
                if let line = firstLines.updateValue(row.line, forKey: name) {
                    row.report(.repeatedRow(firstLine: line), "name")
                }
                if let there = registered[name.text], there != kind {
                    row.report(.differsFromRegister(kind.rawValue, registered: there.rawValue), "kind")
                }
                entries.append(.init(name: name, kind: kind, englishName: english, registrationNumber: number))
            }
            reader.gather(row)
        }
        try reader.finish()
        return entries
    }
}
