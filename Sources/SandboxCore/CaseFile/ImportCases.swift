public import Postgres
public import SandboxDomain

/// The desk enters all decided cases of a file, or none.
///
/// A case that was imported before is not entered again: two rows are the same case if company, service, track, day and
/// outcome are. Organisations that are not there yet are entered too. References are given in the order of the file, in
/// the year of each decision.
public struct ImportCases: Operation {
    let bytes: [UInt8]
    let file: String?
    let asked: RegimeCode?

    /// - Parameters:
    ///   - bytes: a CSV file, see ``HistoricCaseFile``.
    ///   - file: its name, for messages; nil for standard input.
    ///   - regime: whose they are; nil for the only one there is.
    public init(_ bytes: [UInt8], file: String?, regime: RegimeCode? = nil) {
        (self.bytes, self.file, asked) = (bytes, file, regime)
    }

    /// - Throws: `BadInput` with every problem of the file.
    public func perform(_ session: Session) throws -> ImportedCases {
        _ = try Principal.current(session).required([.desk])
        let (regime, today) = try RegimeStore.dated(session, asked)
        let rules = try ImportedCaseStore.rules(session, regime)
        let cases = try HistoricCaseFile.read(
            bytes, name: file, tracks: try TrackList().answer(session).filter { $0.regime == regime },
            rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.track, $0.rule) }), today: today)
        // Two simultaneous imports would take each other's cases for new ones.
        try session.lock("import-cases")
        var outcome = ImportedCases()
        var fresh: [HistoricCase] = []
        for chunk in cases.chunks(of: 5000) {
            let known = try ImportedCaseStore.known(session, chunk, regime)
            fresh += chunk.enumerated().filter { known[$0.offset] == nil }.map(\.element)
            outcome.known += known.count
            outcome.differing += known.sorted { $0.key < $1.key }.filter { !$0.value.isSame }.map {
                .init(line: chunk[$0.key].line, reference: $0.value.reference)
            }
        }
        outcome.companies = try OrganisationStore.insertMissing(session, fresh.map(\.company.text), kind: .company)
        outcome.ministries = try OrganisationStore.insertMissing(session, fresh.flatMap(\.ministries), kind: .ministry)
        for chunk in fresh.chunks(of: 5000) {
            let references = try ImportedCaseStore.insert(session, chunk, regime)
            outcome.imported += zip(chunk, references).map { .init(line: $0.line, reference: $1) }
        }
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

    /// The cases that were entered, in the order of the file.
    public internal(set) var imported: [Row] = []
    /// How many rows were of cases imported before.
    public internal(set) var known = 0
    /// Rows that contradict a case imported before; nothing of it was changed.
    public internal(set) var differing: [Row] = []
    /// The companies that were entered with them.
    public internal(set) var companies: [String] = []
    /// The ministries that were entered with them.
    public internal(set) var ministries: [String] = []
}

extension Array {
    /// The elements in order, in arrays of at most `size`.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
