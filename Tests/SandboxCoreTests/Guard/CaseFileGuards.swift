/// Changing what was filed.
enum CaseFileGuards {
    /// The law without rapid confirmation.
    private static let withoutConfirmation = """
        SELECT apply_regime(jsonb_set(jsonb_set(d.it,
            '{tracks}', jsonb_path_query_array(d.it, '$.tracks[*] ? (@.track != "rapid-confirmation")')),
            '{rules}', (SELECT jsonb_agg(CASE WHEN r ? 'tracks'
                THEN jsonb_set(r, '{tracks}', (r -> 'tracks') - 'rapid-confirmation') ELSE r END)
                FROM jsonb_array_elements(d.it -> 'rules') AS r)), 'x')
        FROM (SELECT regime_document('kr-ict')) AS d (it)
        """

    private static let returned =
        "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 4; "

    private static func replaceContact(of id: Int, _ reason: String) -> String {
        "SELECT replace_contact(\(id), 'x', NULL, NULL, NULL, NULL, \(reason))"
    }

    static let attempts: [Attempt] = [
        Attempt(
            .desk, returned + "UPDATE case_file SET stage = 'filed', closing_reason = NULL WHERE case_file_id = 4",
            "case_file_objection_guard"),
        Attempt(
            "case_file_company_closed_guard",
            .by(.operatorOne, "UPDATE organisation SET closed_on = '2020-01-01' WHERE name = '비이'"),
            .by(.companyB, World.draft("닫힘"))),
        Attempt(
            .companyB, World.draft("같음") + World.file + World.draft("같음") + World.file, "case_file_filed_before_guard"),
        Attempt(.desk, "UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 4", "case_file_stage_guard"),
        Attempt(.companyB, "UPDATE case_file SET summary = '다른 내용' WHERE case_file_id = 4", "case_file_draft_guard"),
        Attempt(
            .companyB,
            "UPDATE case_file SET stage = 'withdrawn', closing_reason = 'x', summary = 'y' WHERE case_file_id = 4",
            "case_file_draft_guard"
        ),

        Attempt(
            .companyB, "INSERT INTO exemption_item (case_file_id, item_no, law) VALUES (4, 2, '법')",
            "case_file_draft_guard"
        ),
        Attempt(
            .companyB, "UPDATE exemption_item SET case_file_id = 4, item_no = 2 WHERE case_file_id = 3",
            "case_file_draft_guard"
        ),
        Attempt(
            .companyB, "UPDATE exemption_item SET case_file_id = 2, item_no = 2 WHERE case_file_id = 3",
            Attempt.permission
        ),
        Attempt(.companyB, "INSERT INTO case_contact (case_file_id, name) VALUES (4, 'x')", "case_file_draft_guard"),
        Attempt(.companyB, replaceContact(of: 3, "'x'"), "replace_contact_stage_guard"),
        Attempt(.companyB, replaceContact(of: 4, "' '"), "replace_contact_reason_guard"),
        Attempt(.companyA, replaceContact(of: 4, "'x'"), Attempt.permission),
        Attempt(.companyA, replaceContact(of: 4711, "'x'"), Attempt.permission),
        Attempt(
            .companyB,
            "INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (4, 'other', 'a', 'b', 'c')",
            "attachment_stage_guard"
        ),
        Attempt(.companyB, "UPDATE attachment SET content = 'x'", Attempt.permission),
        Attempt(
            .companyB, "UPDATE case_file SET reference = 'DE-2026-0099' WHERE case_file_id = 3", Attempt.permission),
        Attempt(
            .companyB, "UPDATE case_file SET filed_at = now() - interval '1 year' WHERE case_file_id = 3",
            Attempt.permission
        ),
        Attempt(.companyB, "UPDATE case_file SET company_id = 1 WHERE case_file_id = 3", Attempt.permission),
        Attempt(.companyB, "DELETE FROM case_file WHERE case_file_id = 3", Attempt.permission),
        Attempt(.desk, "UPDATE case_file SET summary = 'x' WHERE case_file_id = 4", Attempt.permission),
        Attempt(
            .desk, "UPDATE case_file SET stage = 'returned' WHERE case_file_id = 4", "case_file_closing_reason_check"),
        Attempt(
            .companyB,
            "INSERT INTO case_file (regime, track, service_name, stage) VALUES ('kr-ict', 'demonstration', 'x', 'filed')",
            Attempt.permission
        ),
        Attempt(
            .companyB,
            "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 'x'); UPDATE case_file SET stage = 'filed' WHERE service_name = 'x'",
            "case_file_complete_guard"
        ),
        Attempt(
            .ministryAsked,
            "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 'x')",
            Attempt.permission
        ),
        Attempt(
            .companyB,
            """
            INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
            VALUES (3, 'other', 'a', 'b', '')
            """, "attachment_size_check"),
        Attempt(
            "case_file_track_guard", .by(.desk, withoutConfirmation),
            .by(
                .companyB,
                "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'rapid-confirmation', 'x')")),
    ]
}
