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
    public let registrationNumber: RegistrationNumber?
    /// The day from which it takes part in nothing new.
    public let closedOn: CivilDate?
}

/// An operator or the desk enters all organisations of a file, or none. Those that are there stay as they are.
///
/// Columns, in any order: `name`, `kind`, and optionally `name_en`, `registration_no`, `closed_on`. What ``OrganisationList`` shows is
/// read back. A name that is another spelling of one in the register, or of an earlier row, is the same organisation, unless both
/// have a registration number and not the same.
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
        /// Names that were taken for another spelling of one in the register.
        public let taken: [TakenName]
    }

    /// - Throws: `BadInput` with every problem of the file, such as an organisation that is already there as another
    ///   kind.
    public func perform(_ session: Session) throws -> Imported {
        _ = try Principal.current(session).required([.operator, .desk])
        var names: [String] = []
        // What is wrong with the file is told at the second reading, all at once.
        do { try read { row in names.append(row.text("name")) } } catch {}
        let named = Dictionary(grouping: try OrganisationStore.named(session, names.map(normalised)), by: \.name)
        let numbers = Dictionary(
            try session.all("SELECT registration_no, name FROM organisation WHERE registration_no IS NOT NULL") {
                (number: String, name: String) in (number, name)
            }
        ) { first, _ in first }
        var file = OrganisationRows(named: named, numbers: numbers)
        try read { row in file.take(&row) }
        let added = try session.all(
            """
            INSERT INTO organisation (name, kind, name_en, registration_no)
            SELECT e.name, e.kind, e.name_en, e.registration_no
            FROM unnest(\(file.new.map(\.name.text))::text[], \(file.new.map(\.kind.rawValue))::text[],
                \(file.new.map(\.englishName))::text[], \(file.new.map { $0.registrationNumber?.text })::text[])
                WITH ORDINALITY AS e (name, kind, name_en, registration_no, place)
            ORDER BY e.place RETURNING name
            """, as: String.self)
        let closed = file.new.filter { $0.closedOn != nil }
        if !closed.isEmpty {
            try session.execute(
                """
                UPDATE organisation AS o SET closed_on = e.day
                FROM unnest(\(closed.map(\.name.text))::text[], \(closed.map { $0.closedOn?.description })::date[])
                    AS e (name, day) WHERE o.name = e.name
                """)
        }
        return Imported(added: added, unchanged: file.rows - added.count, taken: file.taken)
    }

    func read(_ take: (inout CSVRow) -> Void) throws(BadInput) {
        let columns: [CSVReader.Column] = [
            .init("name", or: "이름", "기관명", "기업명"), .init("kind", or: "종류", "구분"),
            .init("name_en", or: "영문 이름", isOptional: true),
            .init("registration_no", or: "사업자등록번호", isOptional: true),
            .init("closed_on", or: "폐지일", isOptional: true), .init("version", or: "판", isOptional: true),
        ]
        var reader = try CSVReader(InputSource(bytes, name: file), columns: columns, maxRows: 100_000)
        while var row = try reader.next() {
            take(&row)
            reader.gather(row)
        }
        try reader.finish()
    }
}

/// What the rows of a file of organisations come to, against what is registered.
struct OrganisationRows {
    let named: [String: [OrganisationStore.Named]]
    let numbers: [String: String]
    var new: [OrganisationEntry] = []
    var rows = 0
    var taken: [TakenName] = []
    private var lines: [String: (line: Int, number: RegistrationNumber?)] = [:]
    private var numberLines: [RegistrationNumber: Int] = [:]

    init(named: [String: [OrganisationStore.Named]], numbers: [String: String]) {
        (self.named, self.numbers) = (named, numbers)
    }

    mutating func take(_ row: inout CSVRow) {
        let name = row.required("name") { text throws(InputProblem) in try OrganisationName(text) }
        let kind = row.required("kind") { text throws(InputProblem) in try OrganisationKind(code: text) }
        let english = row.optional("name_en") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let number = row.optional("registration_no") { text throws(InputProblem) in try RegistrationNumber(text) }
        let closed = row.optional("closed_on") { text throws(InputProblem) in try CivilDate(asWritten: text) }
        guard let name, let kind else { return }
        rows += 1
        let all = named[name.text] ?? []
        if repeats(name, all.first?.identity ?? name.text, number, &row) { return }
        if let there = all.first(where: { $0.isExact == true }) {
            if let registered = there.kind, registered != kind {
                row.report(.differsFromRegister(kind.rawValue, registered: registered.rawValue), "kind")
            }
            return
        }
        let same = all.first { $0.isLike(kind) && !($0.number != nil && number != nil && $0.number != number?.text) }
        if let registered = same?.registered {
            taken.append(TakenName(name: name.text, registered: registered))
            return
        }
        if let number, let owner = numbers[number.text] {
            row.report(
                .differsFromRegister("\(number) \(name.text)", registered: "\(number) \(owner)"), "registration_no")
        }
        new.append(
            OrganisationEntry(
                name: name, kind: kind, englishName: english, registrationNumber: number, closedOn: closed))
    }

    /// Whether an earlier row has the same organisation, or the same number.
    private mutating func repeats(
        _ name: OrganisationName, _ identity: String, _ number: RegistrationNumber?, _ row: inout CSVRow
    ) -> Bool {
        if let earlier = lines[identity], earlier.number == nil || number == nil || earlier.number == number {
            row.report(.repeatedRow(firstLine: earlier.line), "name")
            return true
        }
        lines[identity] = (row.line, number)
        if let number, let line = numberLines.updateValue(row.line, forKey: number) {
            row.report(.repeatedRow(firstLine: line), "registration_no")
            return true
        }
        return false
    }
}
