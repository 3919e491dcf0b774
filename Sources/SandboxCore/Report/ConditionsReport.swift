public import Postgres
public import SandboxDomain

/// How many conditions the decisions carry.
public struct ConditionsReport: RowQuery {
    /// How conditions are grouped.
    public enum Grouping: String, StableCode {
        case phase, track
    }

    /// How conditions are grouped.
    public var grouping = Grouping.phase
    /// Only of decisions made on this day or later.
    public var since: CivilDate?
    /// Only of decisions made on this day or earlier.
    public var until: CivilDate?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All conditions.
    public init() {}

    /// Hands on the groups, and the total after them.
    public func forEach(_ session: Session, _ body: (ConditionsRow) throws -> Void) throws {
        try session.stream(
            .embedded("conditions", binding: grouping.rawValue, since, until, regime?.code), ConditionsRow.init, body)
    }
}

/// The conditions of one group.
public struct ConditionsRow: Sendable {
    /// Whether it is all of them.
    public let isTotal: Bool
    /// The code of a phase or track; nil in the total, and where no phase is said.
    public let name: String?
    /// How many.
    public let conditions: Int
    /// The decisions they belong to.
    public let decisions: Int
    /// The largest number that one of these decisions carries.
    public let maximum: Int
    /// Its case.
    public let maxOf: String

    init(isTotal: Bool, name: String?, conditions: Int, decisions: Int, maximum: Int, maxOf: String) {
        (self.isTotal, self.name, self.conditions, self.decisions) = (isTotal, name, conditions, decisions)
        (self.maximum, self.maxOf) = (maximum, maxOf)
    }
}
