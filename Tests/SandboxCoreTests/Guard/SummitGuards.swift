/// Commitments of a summit, and what its expert councils report.
enum SummitGuards {
    private static let promised = Attempt.Step.by(
        .desk, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', '약속')")
    private static func evidence(
        _ kind: String, on day: String = "authority_date('kr-ict')", by person: World.Person = .companyA
    ) -> Attempt.Step {
        .by(
            person,
            "INSERT INTO commitment_evidence (commitment_id, kind, body, happened_on) SELECT max(commitment_id), '\(kind)', 'x', \(day) FROM commitment"
        )
    }
    /// A council of the first summit, which reports to a second one.
    static let councilReport = """
        INSERT INTO summit_topic (summit_id, topic_no, title) VALUES (1, 1, '주제');
        INSERT INTO expert_council (summit_topic_id, name) SELECT max(summit_topic_id), '협의체' FROM summit_topic;
        INSERT INTO summit (regime, summit_no, name, held_on) VALUES ('kr-ict', 2, '다음 대화', '2026-06-01');
        INSERT INTO council_report (summit_topic_id, summit_id, body)
        SELECT max(summit_topic_id), (SELECT max(summit_id) FROM summit), '결과' FROM summit_topic;
        """

    static let attempts: [Attempt] = [
        Attempt(
            .companyA, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', 'x')",
            Attempt.permission),
        Attempt(
            .desk, "INSERT INTO raised_point (summit_id, kind, body, case_file_id) VALUES (1, 'proposal', 'x', 1)",
            Attempt.permission),
        Attempt(Attempt.permission, promised, evidence("fulfilled", by: .companyB)),
        Attempt(Attempt.permission, promised, evidence("fulfilled", by: .analyst)),
        Attempt(nil, promised, evidence("fulfilled")),
        Attempt("commitment_evidence_settled_guard", promised, evidence("fulfilled"), evidence("fulfilled")),
        Attempt("commitment_evidence_open_guard", promised, evidence("reopened")),
        Attempt(
            "commitment_evidence_date_guard", promised, evidence("progress", on: "authority_date('kr-ict') + 1")),
        Attempt(
            .desk, "INSERT INTO council_report (summit_topic_id, summit_id, body) VALUES (1, 1, 'x')",
            "council_report_summit_guard"),
        Attempt(
            "council_report_pkey", .by(.desk, councilReport),
            .by(
                .desk,
                """
                INSERT INTO council_report (summit_topic_id, summit_id, body)
                SELECT summit_topic_id, summit_id, 'x' FROM council_report
                """)),
    ]
}
