public import Postgres
public import SandboxDomain

/// Where the cases are: how many at which stage of which track, and for how long.
public struct PipelineReport: Query {
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?
    /// The day to look at; nil for today. Stages are then those the event log knows of the end of that day.
    public var asOf: CivilDate?

    /// All tracks, today.
    public init() {}

    public func answer(_ session: Session) throws -> Pipeline {
        let rows = try session.all(.embedded("pipeline", binding: asOf, track?.code, regime?.code), PipelineRow.init)
        return Pipeline(rows: rows.filter { !$0.isTotal }, total: rows.first(where: \.isTotal))
    }
}

/// Where the cases are.
public struct Pipeline: Sendable {
    /// One row for each track and stage, in the order of the regime; none for a stage without cases.
    public let rows: [PipelineRow]
    /// All visible cases; nil if there are none.
    public let total: PipelineRow?
}

/// The cases at one stage of one track.
public struct PipelineRow: Sendable {
    let isTotal: Bool
    /// The track; nil in the total.
    public let track: TrackCode?
    /// The stage; nil in the total.
    public let stage: Stage?
    /// The day looked at.
    public let asOf: CivilDate
    /// How many.
    public let cases: Int
    /// Half of them have been at their stage for no longer, in calendar days; nil where they wait no more.
    public let medianDays: String?
    /// The longest anyone has been at its stage, in calendar days.
    public let oldestDays: Int?
    /// The case that has.
    public let oldest: String?

    init(
        isTotal: Bool, track: TrackCode?, stage: Stage?, asOf: CivilDate, cases: Int, medianDays: String?,
        oldestDays: Int?, oldest: String?
    ) {
        (self.isTotal, self.track, self.stage, self.asOf) = (isTotal, track, stage, asOf)
        (self.cases, self.medianDays, self.oldestDays, self.oldest) = (cases, medianDays, oldestDays, oldest)
    }
}

/// How far the cases have come: from filing to the grant.
public struct FunnelReport: RowQuery {
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?
    /// The day to look at; nil for today.
    public var asOf: CivilDate?

    /// All tracks, today.
    public init() {}

    /// Hands on the steps, the first one first.
    public func forEach(_ session: Session, _ body: (FunnelRow) throws -> Void) throws {
        try session.stream(.embedded("funnel", binding: asOf, track?.code, regime?.code), FunnelRow.init, body)
    }
}

/// The cases that came to a step, or further.
public struct FunnelRow: Sendable {
    /// The step: `filed`, `received`, `consulted`, `decided` or `granted`.
    public let step: String
    /// How many reached it.
    public let cases: Int
    /// How many of them are cases of the past, of which only those that were decided are in the register.
    public let imported: Int

    init(step: String, cases: Int, imported: Int) {
        (self.step, self.cases, self.imported) = (step, cases, imported)
    }
}
