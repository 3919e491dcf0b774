public import Postgres
public import SandboxDomain

/// How the promises of milestones were kept.
public struct SlipReport: Query {
    /// How milestones are grouped.
    public enum Grouping: String, StableCode {
        /// Who owes them; a task owed by two ministries counts for both, and once in the total.
        case ministry
        /// Whole roadmaps.
        case roadmap
        /// The milestone itself: what is passed, what has come into force.
        case milestone
    }

    /// How milestones are grouped.
    public var grouping = Grouping.ministry
    /// Only this roadmap; nil for all.
    public var roadmap: RoadmapCode?
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    /// Only what had been entered by the end of this day; nil for everything.
    public var knownBy: CivilDate?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All roadmaps, today, by ministry.
    public init() {}

    public func answer(_ session: Session) throws -> Slips {
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        let rows = try session.all(
            .embedded("slip", binding: asOf, grouping.rawValue, roadmap?.text, knownBy, regime?.code), SlipRow.init)
        return Slips(groups: rows.filter { !$0.isTotal }, total: rows.first(where: \.isTotal))
    }
}

/// How the promises of milestones were kept.
public struct Slips: Sendable {
    /// One row for each group.
    public let groups: [SlipRow]
    /// All milestones, each once; nil if there are none.
    public let total: SlipRow?
}

/// How the promises of a group were kept.
public struct SlipRow: Sendable {
    /// Whether it counts all milestones.
    public let isTotal: Bool
    /// The ministry, roadmap or milestone; nil for tasks that nobody owes, and in the total.
    public let name: String?
    /// The day looked at.
    public let asOf: CivilDate
    /// All milestones.
    public let milestones: Int
    /// Reached as promised.
    public let kept: Int
    /// Reached later.
    public let late: Int
    /// Not reached, and the last day that was said has passed.
    public let overdue: Int
    /// To be reached later than promised first.
    public let slipping: Int
    /// To be reached as promised.
    public let onCourse: Int
    /// Without any day.
    public let undated: Int
    /// Reached, and never promised.
    public let unpromised: Int
    /// Promised more than once.
    public let promisedAgain: Int
    /// Half of the dated promises slipped by at most this many days.
    public let medianSlip: String?
    /// The worst slip, in days.
    public let greatestSlip: Int?
    /// Milestones of which something was entered after the day looked at.
    public let recordedLater: Int

    init(
        isTotal: Bool, name: String?, asOf: CivilDate, milestones: Int, kept: Int, late: Int, overdue: Int,
        slipping: Int,
        onCourse: Int, undated: Int, unpromised: Int, promisedAgain: Int, medianSlip: String?, greatestSlip: Int?,
        recordedLater: Int
    ) {
        (self.isTotal, self.name, self.asOf, self.milestones) = (isTotal, name, asOf, milestones)
        (self.kept, self.late, self.overdue, self.slipping) = (kept, late, overdue, slipping)
        (self.onCourse, self.undated, self.unpromised) = (onCourse, undated, unpromised)
        (self.promisedAgain, self.medianSlip, self.greatestSlip) = (promisedAgain, medianSlip, greatestSlip)
        self.recordedLater = recordedLater
    }
}
