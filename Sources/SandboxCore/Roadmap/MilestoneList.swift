public import Postgres
public import SandboxDomain

/// The milestones of the reform tasks with their first promises, as of a day. A task of two roadmaps is listed in both.
///
/// What is shown of a past day is what had been said by then, even if it was entered later.
public struct MilestoneList: RowQuery {
    /// Only this roadmap's.
    public var roadmap: RoadmapCode?
    /// Only this regime's; nil for all.
    public var regime: RegimeCode?
    /// Only those of tasks this ministry owes.
    public var ministry: String?
    /// Only of this task.
    public var task: TaskReference?
    /// Only those in these states; empty for all.
    public var standings: [Standing] = []
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    /// Only what had been entered by the end of this day; nil for everything.
    public var knownBy: CivilDate?
    /// The maximum number of rows, plus one if there are more; nil for all.
    public var limit: Int?

    /// Everything, today.
    public init() {}

    public func forEach(_ session: Session, _ body: (MilestoneRow) throws -> Void) throws {
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        var conditions: [SQL] = ["true"]
        if let regime { conditions.append("r.regime = \(try RegimeStore.get(session, regime))") }
        if let roadmap { conditions.append("r.roadmap = \(roadmap.text)") }
        if let task { conditions.append("m.reform_task_id = \(try TaskStore.get(session, task).id)") }
        if let task { conditions.append("r.roadmap = \(task.roadmap.text)") }
        if !standings.isEmpty { conditions.append("m.standing = ANY (\(standings.map(\.rawValue)))") }
        if let ministry {
            conditions.append(
                """
                EXISTS (SELECT FROM task_ministry AS w WHERE w.reform_task_id = m.reform_task_id
                    AND w.ministry_id = \(try OrganisationStore.get(session, ministry).id))
                """)
        }
        try session.stream(
            """
            SELECT r.roadmap, e.task_no, r.regime, t.title,
                (SELECT array_agg(o.name::text ORDER BY o.name) FROM task_ministry AS w
                    JOIN organisation AS o ON o.organisation_id = w.ministry_id WHERE w.reform_task_id = m.reform_task_id),
                m.kind, m.as_of, m.promised, m.promised_from, m.promised_to, m.promised_on, m.forecasts, m.forecast,
                m.forecast_from, m.forecast_to, m.forecast_on, m.actual, m.actual_to, m.actual_to IS NULL OR m.actual_from IS NOT DISTINCT FROM m.actual_to, m.slip_days, m.standing
            FROM milestone_at(\(asOf)::date, \(knownBy.moment)) AS m
            JOIN reform_status AS s ON s.status = m.kind
            JOIN reform_task AS t USING (reform_task_id)
            JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
            WHERE \(conditions.joined(by: " AND ")) ORDER BY r.roadmap, e.position, s.position \(limit.oneMore)
            """, MilestoneRow.init, body)
    }
}

extension CivilDate? {
    /// The end of the day where the roadmaps' authorities are; without a day, no moment at all.
    var moment: SQL {
        map {
            """
            (SELECT max((\($0)::date + 1)::timestamp AT TIME ZONE g.time_zone)
                FROM regime AS g WHERE g.regime IN (SELECT r.regime FROM roadmap AS r))
            """
        } ?? "NULL::timestamptz"
    }
}

/// A milestone with its first promise.
public struct MilestoneRow: Sendable {
    /// The task as this roadmap quotes it.
    public let reference: TaskReference
    /// The code of the roadmap's regime.
    public let regime: RegimeCode
    /// What is to be done.
    public let title: String
    /// Who owes it.
    public let ministries: [String]
    /// The milestone.
    public let milestone: Milestone
    /// The day looked at.
    public let asOf: CivilDate
    /// The first promise, in its words.
    public let promised: String?
    /// The first day those words mean.
    public let promisedFrom: CivilDate?
    /// The last one.
    public let promisedTo: CivilDate?
    /// The day it was made.
    public let promisedOn: CivilDate?
    /// How often it had been promised.
    public let promises: Int
    /// The last promise, in its words; the first, when there was no other.
    public let forecast: String?
    /// The first day those words mean.
    public let forecastFrom: CivilDate?
    /// The last one.
    public let forecastTo: CivilDate?
    /// The day it was made.
    public let forecastOn: CivilDate?
    /// When it was reached, in the words of the source.
    public let actual: String?
    /// The day it was reached, or the last it can have been.
    public let actualTo: CivilDate?
    /// Whether that is the very day.
    public let isExact: Bool
    /// From the last day of the first promise to the last day of the arrival, or without an arrival to the last day of
    /// the last promise. A promise that has passed keeps slipping. Negative: earlier. Nil: there is nothing to count
    /// from.
    public let slipDays: Int?
    /// Its state.
    public let standing: Standing

    init(
        roadmap: String, number: String, regime: RegimeCode, title: String, ministries: [String]?, milestone: Milestone,
        asOf: CivilDate,
        promised: String?, promisedFrom: CivilDate?, promisedTo: CivilDate?, promisedOn: CivilDate?, promises: Int,
        forecast: String?, forecastFrom: CivilDate?, forecastTo: CivilDate?, forecastOn: CivilDate?, actual: String?,
        actualTo: CivilDate?, isExact: Bool,
        slipDays: Int?, standing: Standing
    ) throws {
        reference = TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        self.regime = regime
        (self.title, self.ministries, self.milestone, self.asOf) = (title, ministries ?? [], milestone, asOf)
        (self.promised, self.promisedFrom, self.promisedTo) = (promised, promisedFrom, promisedTo)
        (self.promisedOn, self.promises) = (promisedOn, promises)
        (self.forecast, self.forecastFrom, self.forecastTo) = (forecast, forecastFrom, forecastTo)
        self.forecastOn = forecastOn
        (self.actual, self.actualTo, self.isExact) = (actual, actualTo, isExact)
        (self.slipDays, self.standing) = (slipDays, standing)
    }
}
