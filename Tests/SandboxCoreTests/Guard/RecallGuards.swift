/// What was entered by mistake, and those who would take it back.
enum RecallGuards {
    private static let recallReply =
        "INSERT INTO opinion_recall (consultation_id, case_file_id, reason) SELECT consultation_id, case_file_id, 'x' FROM consultation WHERE case_file_id = 2; "
    static let recorded = Attempt.Step.by(
        .desk,
        "INSERT INTO opinion (consultation_id, case_file_id, opinion, document_no, arrived_on) SELECT consultation_id, case_file_id, 'agree', '제1호', authority_date('kr-ict') FROM consultation WHERE replied_at IS NULL"
    )
    static let recallRecorded =
        "INSERT INTO opinion_recall (consultation_id, case_file_id, reason) SELECT consultation_id, case_file_id, 'x' FROM opinion WHERE document_no IS NOT NULL"
    static func recall(_ subject: String, _ number: Int, of id: Int = 5) -> String {
        "INSERT INTO recall (case_file_id, subject, about_no, reason) VALUES (\(id), '\(subject)', \(number), 'x'); "
    }
    private static func act(_ act: String, _ columns: String = "", _ values: String = "") -> String {
        """
        INSERT INTO grant_act (exemption_grant_id, case_file_id, act\(columns))
        SELECT exemption_grant_id, case_file_id, '\(act)'\(values) FROM exemption_grant WHERE case_file_id = 5;

        """
    }
    static let published = Attempt.Step.by(.desk, act("publish", ", label", ", '관보'"))
    private static let renounced = Attempt.Step.by(.companyB, act("renounce", ", text", ", 'x'"))

    static let attempts: [Attempt] = [
        Attempt(.desk, recallReply, "opinion_recall_nothing_entered_guard"),
        Attempt(nil, recorded, .by(.desk, recallRecorded)),
        Attempt(Attempt.permission, recorded, .by(.ministryOpen, recallRecorded)),
        Attempt(Attempt.permission, recorded, .by(.companyA, recallRecorded)),
        Attempt("opinion_recall_nothing_entered_guard", recorded, .by(.desk, recallRecorded), .by(.desk, recallReply)),
        Attempt(
            "opinion_recall_relied_on_guard", recorded,
            .by(
                .desk,
                "INSERT INTO consultation (case_file_id, ministry_id) SELECT 2, organisation_id FROM organisation WHERE name = '두나부'"
            ), .by(.desk, recallRecorded)),
        Attempt(.desk, recallRecorded + "; DELETE FROM opinion", Attempt.permission),
        Attempt(.desk, recall("grant-act", 1), "recall_nothing_entered_guard"),
        Attempt(.desk, recall("wrong", 1), "recall_nothing_entered_guard"),
        Attempt("recall_nothing_entered_guard", published, .by(.companyB, recall("grant-act", 1))),
        Attempt(Attempt.permission, published, .by(.companyA, recall("grant-act", 1))),
        Attempt(Attempt.permission, published, .by(.ministryOpen, recall("grant-act", 1))),
        Attempt(Attempt.permission, published, .by(.analyst, recall("grant-act", 1))),
        Attempt(nil, published, .by(.desk, recall("grant-act", 1))),
        Attempt("recall_nothing_entered_guard", published, .by(.desk, recall("grant-act", 1) + recall("grant-act", 1))),
        Attempt(
            "recall_not_recalled_guard",
            .by(.desk, act("correct", ", text, until_on", ", 'x', DATE '2060-01-01'")),
            .by(.desk, recall("grant-act", 1))),
        Attempt(
            "recall_relied_on_guard", .by(.companyB, act("ask-extension")),
            .by(.desk, act("refuse-extension", ", text", ", 'x'")), .by(.companyB, recall("grant-act", 1))),
        Attempt(nil, renounced, .by(.companyB, recall("grant-act", 1))),
        Attempt(.desk, "UPDATE recall SET reason = 'y'", Attempt.permission),
    ]
}
