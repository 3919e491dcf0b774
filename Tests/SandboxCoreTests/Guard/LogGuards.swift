/// What is only ever added to: not even the owner of the tables changes it.
enum LogGuards {
    static let attempts: [Attempt] = [
        unchanged("event"),
        unchanged("case_note", .by(.desk, "INSERT INTO case_note (case_file_id, body) VALUES (2, 'x')")),
        unchanged("audit_seal", .by(.auditor, "SELECT seal_audit()")),
        unchanged(
            "arrival",
            .by(
                .desk,
                "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2026', '2026-01-31')")),
        unchanged(
            "forecast",
            .by(
                .desk,
                "INSERT INTO forecast (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2027', '2027-12-31')")
        ),
        unchanged("roadmap_entry"),
        unchanged("task_merge", .by(.desk, RoadmapGuards.merge)),
        unchanged(
            "task_report", .by(.desk, RoadmapGuards.reportDue("2026-06-30")),
            .by(.ministryAsked, RoadmapGuards.report("2026-06-30"))),
        unchanged("commitment", promised),
        unchanged(
            "commitment_evidence", promised,
            .by(
                .companyA,
                """
                INSERT INTO commitment_evidence (commitment_id, kind, body)
                SELECT max(commitment_id), 'progress', 'x' FROM commitment
                """)),
        unchanged("council_report", .by(.desk, SummitGuards.councilReport)),
        unchanged("opinion_recall", RecallGuards.recorded, .by(.desk, RecallGuards.recallRecorded)),
        unchanged("recall", RecallGuards.published, .by(.desk, RecallGuards.recall("grant-act", 1))),
        unchanged("raised_point"),
        unchanged(
            "regime_event",
            .by(
                .desk, "INSERT INTO regime_event (regime, event, on_day) VALUES ('kr-ict', 'established', '2026-06-01')"
            )),
    ].flatMap { $0 }

    private static let promised = Attempt.Step.by(
        .desk, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', '약속')")

    /// Neither deleted, changed nor emptied.
    private static func unchanged(_ table: String, _ steps: Attempt.Step...) -> [Attempt] {
        [
            "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
        ].map { Attempt("\(table)_append_only_guard", after: steps, .owner($0)) }
    }
}
