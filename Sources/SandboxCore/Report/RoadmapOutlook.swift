public import Postgres
public import SandboxDomain

/// The reform tasks, with what was promised first and what is expected now.
public struct RoadmapOutlook: RowQuery {
    /// Only this roadmap's; nil for all.
    public var roadmap: RoadmapCode?
    /// Only those this ministry owes.
    public var ministry: String?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All roadmaps.
    public init() {}

    /// Hands on the rows, in the order of each roadmap.
    public func forEach(_ session: Session, _ body: (RoadmapRow) throws -> Void) throws {
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        let ministry = try ministry.map { try OrganisationStore.get(session, $0).name }
        try session.stream(
            .embedded("roadmap_outlook", binding: roadmap?.text, ministry, regime?.code), RoadmapRow.init, body)
    }
}

/// One reform task in one roadmap.
public struct RoadmapRow: Sendable {
    /// How it is quoted.
    public let reference: TaskReference
    /// What is to be done.
    public let title: String
    /// The ministries that owe it; a `?` after one means that the source does not say so itself.
    public let ministries: [String]
    /// When it was to be done, in the words of the roadmap.
    public let target: String?
    /// How far it has come.
    public let status: ReformStatus
    /// The milestone that was promised; the last reached, if none was.
    public let milestone: Milestone?
    /// The first day that its first promise means.
    public let baselineFrom: CivilDate?
    /// The last one.
    public let baselineTo: CivilDate?
    /// The first day that the present forecast means.
    public let forecastFrom: CivilDate?
    /// The last one.
    public let forecastTo: CivilDate?
    /// When the milestone was reached, or the last day it can have been.
    public let reachedOn: CivilDate?
    /// The entry into force of the changed law.
    public let inForceOn: CivilDate?
    /// Whether that is the very day; otherwise the last it can have been.
    public let isInForceExact: Bool
    /// Whether the day on which the milestone was reached is the very day.
    public let isExact: Bool
    /// From the first promise to the arrival, else to the forecast.
    public let slipDays: Int?
    /// The state of the promise; nil if there was none.
    public let standing: Standing?
    /// How many visible cases wait for it.
    public let cases: Int

    init(
        roadmap: String, number: String, title: String, ministries: [String], target: String?, status: ReformStatus,
        milestone: Milestone?, baselineFrom: CivilDate?, baselineTo: CivilDate?, forecastFrom: CivilDate?,
        forecastTo: CivilDate?, reachedOn: CivilDate?, inForceOn: CivilDate?,
        isInForceExact: Bool, isExact: Bool, slipDays: Int?, standing: Standing?,
        cases: Int
    ) throws {
        reference = TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        (self.title, self.ministries, self.target, self.status) = (title, ministries, target, status)
        (self.milestone, self.reachedOn, self.inForceOn, self.cases) = (milestone, reachedOn, inForceOn, cases)
        (self.baselineFrom, self.baselineTo) = (baselineFrom, baselineTo)
        (self.forecastFrom, self.forecastTo) = (forecastFrom, forecastTo)
        (self.slipDays, self.standing) = (slipDays, standing)
        (self.isInForceExact, self.isExact) = (isInForceExact, isExact)
    }
}
