public import Postgres
public import SandboxDomain

/// How commitments made at summits were kept.
public struct CommitmentReport: Query {
    /// How commitments are grouped.
    public enum Grouping: String, StableCode {
        /// Who promised it.
        case owner
        /// The summit it was promised at.
        case summit
        /// What kind of thing.
        case kind
    }

    /// How commitments are grouped.
    public var grouping = Grouping.owner
    /// Only of this summit.
    public var summit: Int?
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All summits, today, by owner.
    public init() {}

    public func answer(_ session: Session) throws -> Commitments {
        if let summit { _ = try SummitStore.get(session, summit) }
        let rows = try session.all(
            .embedded("commitments", binding: asOf, grouping.rawValue, summit, regime?.code), CommitmentCount.init)
        return Commitments(groups: rows.filter { !$0.isTotal }, total: rows.first(where: \.isTotal))
    }
}

/// How commitments made at summits were kept.
public struct Commitments: Sendable {
    /// One row for each group.
    public let groups: [CommitmentCount]
    /// All commitments; nil if there are none.
    public let total: CommitmentCount?
}

/// How many commitments of a group are in which state.
public struct CommitmentCount: Sendable {
    /// Whether it counts all groups.
    public let isTotal: Bool
    /// The owner, the summit's number or the kind; nil in the total.
    public let name: String?
    /// The day looked at.
    public let asOf: CivilDate
    /// All of them.
    public let commitments: Int
    /// Fulfilled.
    public let kept: Int
    /// Not settled, and their day has not passed.
    public let open: Int
    /// Not settled, and their day has passed.
    public let overdue: Int
    /// Taken back.
    public let withdrawn: Int
}
