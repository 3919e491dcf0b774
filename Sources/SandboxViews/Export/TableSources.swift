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
    package var regime: RegimeCode?

    package init(changedSince: CivilDate? = nil, regime: RegimeCode? = nil) {
        (self.changedSince, self.regime) = (changedSince, regime)
    }

    package var table: TableExport { .cases(changedSince: changedSince).of(regime) }
}

/// Rounds of consultation; those with that ministry.
package struct ConsultationsExport: TableSource {
    package static let code = "consultations"
    package var ministry: String?
    package var regime: RegimeCode?

    package init(ministry: String? = nil, regime: RegimeCode? = nil) {
        (self.ministry, self.regime) = (ministry, regime)
    }

    package var table: TableExport { .consultations(ministry: ministry).of(regime) }
}

/// Decisions; those made on that day or later.
package struct DecisionsExport: TableSource {
    package static let code = "decisions"
    package var since: CivilDate?
    package var regime: RegimeCode?

    package init(since: CivilDate? = nil, regime: RegimeCode? = nil) { (self.since, self.regime) = (since, regime) }

    package var table: TableExport { .decisions(since: since).of(regime) }
}

/// Grants; those decided on that day or later.
package struct GrantsExport: TableSource {
    package static let code = "grants"
    package var since: CivilDate?
    package var regime: RegimeCode?

    package init(since: CivilDate? = nil, regime: RegimeCode? = nil) { (self.since, self.regime) = (since, regime) }

    package var table: TableExport { .grants(since: since).of(regime) }
}

/// Conditions; those of decisions made on that day or later.
package struct ConditionsExport: TableSource {
    package static let code = "conditions"
    package var since: CivilDate?
    package var regime: RegimeCode?

    package init(since: CivilDate? = nil, regime: RegimeCode? = nil) { (self.since, self.regime) = (since, regime) }

    package var table: TableExport { .conditions(since: since).of(regime) }
}

/// Reform tasks; those of that roadmap.
package struct RoadmapExport: TableSource {
    package static let code = "roadmap"
    package var roadmap: RoadmapCode?
    package var regime: RegimeCode?

    package init(roadmap: RoadmapCode? = nil, regime: RegimeCode? = nil) {
        (self.roadmap, self.regime) = (roadmap, regime)
    }

    package var table: TableExport { .roadmapTasks(roadmap).of(regime) }
}

/// The public register. Its view reads with the rights of its owner, who may not read the event log.
package struct RegisterExport: TableSource {
    package static let code = "register"
    package static let isReproducible = false

    package init() {}

    package var table: TableExport { .register }
}
