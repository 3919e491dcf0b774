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

    package init(roadmap: RoadmapCode? = nil, asOf: CivilDate? = nil, knownBy: CivilDate? = nil) {
        (self.roadmap, self.asOf, self.knownBy) = (roadmap, asOf, knownBy)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var list = MilestoneList()
        (list.roadmap, list.asOf, list.knownBy) = (roadmap, asOf, knownBy)
        return ExportOutcome(rows: try await writer.write(list, .milestones, tracker))
    }
}

/// Legal periods.
package struct DeadlinesExport: ExportSource {
    package static let code = "deadlines"

    package var includesEnded: Bool
    /// Only those this ministry or company owes.
    package var organisation: String?

    package init(includesEnded: Bool = false, organisation: String? = nil) {
        (self.includesEnded, self.organisation) = (includesEnded, organisation)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var query = DeadlineExport()
        (query.includesEnded, query.organisation) = (includesEnded, organisation)
        return ExportOutcome(rows: try await writer.write(query, .deadlineFeed, tracker))
    }
}

/// The event log, the oldest first.
package struct EventsExport: ExportSource {
    package static let code = "events"

    package var caseFile: CaseReference?
    package var since: CivilDate?

    package init(caseFile: CaseReference? = nil, since: CivilDate? = nil) {
        (self.caseFile, self.since) = (caseFile, since)
    }

    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        var log = AuditLog()
        (log.reference, log.since, log.oldestFirst) = (caseFile, since, true)
        let table = TableExport.events(of: caseFile, since: since)
        return ExportOutcome(rows: try await writer.write(table, or: log, .events, tracker))
    }
}
