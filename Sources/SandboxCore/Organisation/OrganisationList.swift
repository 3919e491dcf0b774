public import Postgres
public import SandboxDomain

/// An organisation as the register knows it.
public struct Organisation: Sendable, Hashable {
    let id: OrganisationID
    /// The name it is known by.
    public let name: String
    /// What it is.
    public let kind: OrganisationKind
    /// The name in English.
    public let englishName: String?
    /// A company's business registration number (사업자등록번호).
    public let registrationNumber: String?
    /// The day from which no new persons and consultations are entered for it.
    public let closedOn: CivilDate?
    /// Counted up by every edit.
    public let version: Int

    init(
        id: OrganisationID, name: String, kind: OrganisationKind, englishName: String?, registrationNumber: String?,
        closedOn: CivilDate?, version: Int
    ) {
        (self.id, self.name, self.kind, self.englishName) = (id, name, kind, englishName)
        (self.registrationNumber, self.closedOn, self.version) = (registrationNumber, closedOn, version)
    }
}

/// The organisations the acting person may see, by kind and name.
public struct OrganisationList: RowQuery {
    /// Only these kinds; empty for all.
    public var kinds: [OrganisationKind] = []
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (Organisation) throws -> Void) throws {
        let wanted: SQL = kinds.isEmpty ? "true" : "kind = ANY (\(kinds.map(\.rawValue))::text[])"
        try session.stream(
            """
            SELECT organisation_id, name, kind, name_en, registration_no, closed_on, version
            FROM organisation WHERE \(wanted)
            ORDER BY array_position('{authority,ministry,company,other}', kind::text), name \(limit.oneMore)
            """, Organisation.init, body)
    }
}

/// One organisation in full.
public struct OrganisationView: Query {
    let name: String

    /// - Parameter name: of a visible organisation.
    public init(_ name: String) { self.name = name }

    public func answer(_ session: Session) throws -> Organisation { try OrganisationStore.view(session, name) }
}
