public import Postgres
public import SandboxDomain

/// The desk enters all decided cases of a file of any size, or none.
///
/// A case that was imported before is not entered again: two rows are the same case if company, service, track, day, outcome and
/// number of the grant are, however company and service are spelt. Organisations that are not there yet are entered too. References are given in the order of the file, in
/// the year of each decision. The rows go to the server as they are read and are entered there; nothing here grows with
/// the file.
public struct ImportCases: Operation {
    let source: InputSource
    let asked: RegimeCode?
    let mapping: ColumnMapping

    /// - Parameters:
    ///   - source: a CSV file, see ``HistoricCaseFile``.
    ///   - regime: whose they are; nil for the only one there is.
    ///   - mapping: how the columns of the file are called, and what it does not say.
    public init(_ source: InputSource, regime: RegimeCode? = nil, mapping: ColumnMapping = ColumnMapping()) {
        (self.source, asked, self.mapping) = (source, regime, mapping)
    }

    /// The same with the bytes of a file.
    public init(_ bytes: [UInt8], file: String?, regime: RegimeCode? = nil, mapping: ColumnMapping = ColumnMapping()) {
        self.init(InputSource(bytes, name: file), regime: regime, mapping: mapping)
    }

    /// - Throws: `BadInput` with every problem of the file.
    public func perform(_ session: Session) throws -> ImportedCases {
        _ = try Principal.current(session).required([.desk])
        let (regime, today) = try RegimeStore.dated(session, asked)
        let rules = try ImportedCaseStore.rules(session, regime)
        var file = try HistoricCaseFile(
            source, tracks: try TrackList().answer(session).filter { $0.regime == regime },
            rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.track, $0.rule) }), today: today, mapping: mapping)
        // It takes as long as the file requires; a time limit made for casework would stop it.
        try session.execute("SET LOCAL statement_timeout = 0")
        try ImportedCaseStore.stage(session, regime) { () throws(BadInput) in try file.next() }
        try file.finish(repeats: try ImportedCaseStore.repeats(session, atMost: CSVReader.maxProblems))
        var outcome = try ImportedCaseStore.enter(session)
        outcome.ignoredColumns = file.ignoredColumns
        return outcome
    }
}

/// What an import of cases came to.
public struct ImportedCases: Sendable {
    /// A row of the file and its case.
    public struct Row: Sendable, Hashable {
        /// The line it begins on.
        public let line: Int
        /// The case.
        public let reference: CaseReference
    }

    /// How many cases were entered.
    public let imported: Int
    /// The first and the last of them in the order of the file.
    public let first: CaseReference?, last: CaseReference?
    /// How many rows were of cases imported before.
    public let known: Int
    /// How many rows contradict a case imported before; nothing of it was changed.
    public let differing: Int
    /// Which, at most a thousand of them.
    public let differingRows: [Row]
    /// How many companies were entered with them.
    public let companies: Int
    /// Which, at most a thousand of them.
    public let companyNames: [String]
    /// The ministries that were entered with them.
    public let ministryNames: [String]
    /// Names that were taken for another spelling of one in the register; at most a thousand of them.
    public let taken: [TakenName]
    /// How many rows of an exported file are of cases that are not decided: there is nothing of the past to enter.
    public let undecided: Int
    /// The columns of the file that were not read.
    public internal(set) var ignoredColumns: [String] = []
}

/// A name in a file, and the name under which the register knows the organisation it was taken for.
public struct TakenName: Sendable, Hashable {
    /// As the file has it.
    public let name: String
    /// As the register has it.
    public let registered: String
}
