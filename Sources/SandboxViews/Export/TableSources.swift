package import SandboxCore
package import SandboxDomain

/// A source that is a view of schema `report`. PostgreSQL writes its bytes in every format that has no words in it.
package protocol TableSource: ExportSource {
    var table: TableExport { get }
}

extension TableSource {
    package func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        ExportOutcome(rows: try await writer.write(table, tracker))
    }
}

/// Cases; those whose stage changed on that day or later.
package struct CasesExport: TableSource {
    package static let code = "cases"
    package var changedSince: CivilDate?

    package init(changedSince: CivilDate? = nil) { self.changedSince = changedSince }

    package var table: TableExport { .cases(changedSince: changedSince) }
}

/// Rounds of consultation; those with that ministry.
package struct ConsultationsExport: TableSource {
    package static let code = "consultations"
    package var ministry: String?

    package init(ministry: String? = nil) { self.ministry = ministry }

    package var table: TableExport { .consultations(ministry: ministry) }
}

/// Decisions; those made on that day or later.
package struct DecisionsExport: TableSource {
    package static let code = "decisions"
    package var since: CivilDate?

    package init(since: CivilDate? = nil) { self.since = since }

    package var table: TableExport { .decisions(since: since) }
}

/// Grants; those decided on that day or later.
package struct GrantsExport: TableSource {
    package static let code = "grants"
    package var since: CivilDate?

    package init(since: CivilDate? = nil) { self.since = since }

    package var table: TableExport { .grants(since: since) }
}

/// Conditions; those of decisions made on that day or later.
package struct ConditionsExport: TableSource {
    package static let code = "conditions"
    package var since: CivilDate?

    package init(since: CivilDate? = nil) { self.since = since }

    package var table: TableExport { .conditions(since: since) }
}

/// Reform tasks; those of that roadmap.
package struct RoadmapExport: TableSource {
    package static let code = "roadmap"
    package var roadmap: RoadmapCode?

    package init(roadmap: RoadmapCode? = nil) { self.roadmap = roadmap }

    package var table: TableExport { .roadmapTasks(roadmap) }
}

/// The public register. Its view reads with the rights of its owner, who may not read the event log.
package struct RegisterExport: TableSource {
    package static let code = "register"
    package static let isReproducible = false

    package init() {}

    package var table: TableExport { .register }
}
