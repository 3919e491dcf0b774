public import Postgres
public import SandboxDomain

/// The desk enters a roadmap with all tasks of a file, or nothing.
///
/// An import never changes an existing roadmap: a file that says the same changes nothing, one that says something else
/// is a conflict. What ministries have said of the status since does not count as a difference.
public struct ImportRoadmap: Operation {
    let bytes: [UInt8]
    let file: String?
    let code: RoadmapCode
    let name: String
    let adoptedOn: CivilDate?
    let asked: RegimeCode?

    /// - Parameters:
    ///   - bytes: a CSV file, see ``RoadmapFile``.
    ///   - file: its name, for messages; nil for standard input.
    ///   - name: what the roadmap is called.
    ///   - regime: whose it is; nil for the only one there is.
    public init(
        _ bytes: [UInt8], file: String?, code: RoadmapCode, name: String, adoptedOn: CivilDate? = nil,
        regime: RegimeCode? = nil
    ) {
        (self.bytes, self.file, self.code, self.name) = (bytes, file, code, name)
        (self.adoptedOn, asked) = (adoptedOn, regime)
    }

    /// What an import came to.
    public struct Imported: Sendable, Hashable {
        /// The roadmap.
        public let code: RoadmapCode
        /// How many tasks were entered; 0 if the roadmap was there with the same contents.
        public let added: Int
        /// How many tasks were there already.
        public let unchanged: Int
        /// The ministries that were entered with them.
        public let ministries: [String]
        /// Ministries whose names were taken for another spelling of one in the register.
        public let taken: [TakenName]
    }

    /// - Throws: `BadInput` with every problem of the file; `Conflict` if the roadmap is there with other contents.
    public func perform(_ session: Session) throws -> Imported {
        _ = try Principal.current(session).required([.desk])
        let regime = try RegimeStore.get(session, asked)
        let title = try label(name)
        let tasks = try RoadmapFile.read(bytes, name: file, of: code)
        try session.takeTurn("roadmap \(code)")
        if let there = try RoadmapStore.find(session, code) {
            let differences =
                there.differences(from: title, adoptedOn) + (try RoadmapStore.differences(session, code, from: tasks))
            guard differences.isEmpty else { throw Conflict(code.text, fields: differences) }
            return Imported(code: code, added: 0, unchanged: tasks.count, ministries: [], taken: [])
        }
        let met = try OrganisationStore.meet(session, tasks.flatMap { $0.ministries.map(\.name) }, kind: .ministry)
        let roadmap = try session.one(
            """
            INSERT INTO roadmap (roadmap, regime, name, adopted_on)
            VALUES (\(code.text), \(regime), \(title), \(adoptedOn)) RETURNING roadmap_id
            """, as: RoadmapID.self)
        try RoadmapStore.insert(session, tasks, into: roadmap, met)
        return Imported(
            code: code, added: tasks.count, unchanged: 0, ministries: met.entered.sorted(), taken: met.taken)
    }

    private func label(_ name: String) throws(BadInput) -> String {
        do { return normalised(try TextRule.label.checked(name)) } catch { throw BadInput(error, field: .name) }
    }
}
