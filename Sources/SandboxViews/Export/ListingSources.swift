package import SandboxCore
package import SandboxDomain

/// Milestones of reform tasks beside their first promises.
package struct MilestonesExport: ExportSource {
    package static let code = "milestones"
    /// What had been said by that day counts, also if it was entered later.
    package static let past = PastDay.asItIsKnown

    package var roadmap: RoadmapCode?
    package var asOf: CivilDate?
    /// Only what had been entered by the end of this day.
    package var knownBy: CivilDate?
    package var regime: RegimeCode?

    package init(
        roadmap: RoadmapCode? = nil, asOf: CivilDate? = nil, knownBy: CivilDate? = nil, regime: RegimeCode? = nil
    ) {
        (self.roadmap, self.asOf, self.knownBy, self.regime) = (roadmap, asOf, knownBy, regime)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var list = MilestoneList()
        (list.roadmap, list.asOf, list.knownBy, list.regime) = (roadmap, asOf, knownBy, regime)
        return ExportOutcome(rows: try await writer.write(list, .milestones, tracker))
    }
}

/// Legal periods.
package struct DeadlinesExport: ExportSource {
    package static let code = "deadlines"

    package var includesEnded: Bool
    /// Only those this ministry or company owes.
    package var organisation: String?
    package var regime: RegimeCode?

    package init(includesEnded: Bool = false, organisation: String? = nil, regime: RegimeCode? = nil) {
        (self.includesEnded, self.organisation, self.regime) = (includesEnded, organisation, regime)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var query = DeadlineExport()
        (query.includesEnded, query.organisation, query.regime) = (includesEnded, organisation, regime)
        return ExportOutcome(rows: try await writer.write(query, .deadlineFeed, tracker))
    }
}

/// The event log, the oldest first.
package struct EventsExport: ExportSource {
    package static let code = "events"

    package var caseFile: CaseReference?
    package var since: CivilDate?
    package var regime: RegimeCode?

    package init(caseFile: CaseReference? = nil, since: CivilDate? = nil, regime: RegimeCode? = nil) {
        (self.caseFile, self.since, self.regime) = (caseFile, since, regime)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var log = AuditLog()
        (log.reference, log.since, log.oldestFirst, log.regime) = (caseFile, since, true, regime)
        let table = TableExport.events(of: caseFile, since: since).of(regime)
        return ExportOutcome(rows: try await writer.write(table, or: log, .events, tracker))
    }
}
