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
        keys,
    ].flatMap { $0 }

    /// A key is kept with what was done under it, and is its person's.
    private static let keys = [
        Attempt(.companyA, key("file", "1"), nil),
        Attempt(
            .companyA, "INSERT INTO idempotency_key (key, act, fingerprint) VALUES ('k', 'file', 'x')",
            "idempotency_key_result_guard"),
        // What the person does not see is not there.
        Attempt(.companyA, key("file", "3"), "idempotency_key_result_guard"),
        Attempt(.companyA, key("file", "999"), "idempotency_key_result_guard"),
        Attempt(.companyA, key("nothing", "1"), "idempotency_key_result_guard"),
        Attempt(
            "idempotency_key_used_guard", .by(.companyA, key("file", "1")),
            .by(.companyA, "UPDATE idempotency_key SET result = '2' WHERE key = 'k'")),
        Attempt(
            .companyA,
            "INSERT INTO idempotency_key (role_name, key, act, fingerprint, result) VALUES ('x', 'k', 'file', 'x', '1')",
            Attempt.permission),
        Attempt(.desk, "UPDATE reference_counter SET last = 0", Attempt.permission),
        Attempt(.desk, "UPDATE certificate_counter SET last = 0", Attempt.permission),
        Attempt(.desk, "INSERT INTO paper_counter VALUES ('kr-ict', 'receipt', 2026, 7)", Attempt.permission),
        Attempt(.desk, "SELECT take_numbers('kr-ict', 'demonstration', 2026, 1)", Attempt.permission),
        Attempt(.desk, "SELECT next_certificate('kr-ict', 'demonstration', 2026)", Attempt.permission),
        Attempt(.desk, "SELECT nextval('event_event_id_seq')", Attempt.permission),
        Attempt(.desk, "SELECT setval('event_event_id_seq', 1)", Attempt.permission),
    ]

    private static func key(_ act: String, _ result: String) -> String {
        "INSERT INTO idempotency_key (key, act, fingerprint, result) VALUES ('k', '\(act)', 'x', '\(result)')"
    }

    private static let promised = Attempt.Step.by(
        .desk, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', '약속')")

    /// Neither deleted, changed nor emptied.
    private static func unchanged(_ table: String, _ steps: Attempt.Step...) -> [Attempt] {
        [
            "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
        ].map { Attempt("\(table)_append_only_guard", after: steps, .owner($0)) }
    }
}
