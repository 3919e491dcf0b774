/// Grants, what is done with them, and what the register withholds. 비이 holds the grant of case 5.
enum GrantGuards {
    private static func act(_ act: String, _ columns: String = "", _ values: String = "", of id: Int = 5) -> String {
        """
        INSERT INTO grant_act (exemption_grant_id, case_file_id, act\(columns))
        SELECT exemption_grant_id, case_file_id, '\(act)'\(values) FROM exemption_grant WHERE case_file_id = \(id);

        """
    }
    private static let insure =
        act("insure") + """
            INSERT INTO insurance (grant_act_id, case_file_id, kind)
            SELECT max(grant_act_id), 5, 'compensation-plan' FROM grant_act;
            """
    private static let insureForLittle =
        act("insure") + """
            INSERT INTO insurance (grant_act_id, case_file_id, kind, insurer, policy_no, covers_from, covers_to)
            SELECT max(grant_act_id), 5, 'insurance', '예시손해보험', 'P-1', DATE '2026-01-01', DATE '2060-01-01'
            FROM grant_act;
            INSERT INTO insurance_cover (grant_act_id, case_file_id, cover, amount)
            SELECT max(grant_act_id), 5, 'death', 1 FROM grant_act;
            """
    private static let confirm = act("confirm", ", about_no", ", 1")
    private static let commence = act("commence")
    private static let askExtension = act("ask-extension")
    private static let extend = act("extend", ", months", ", 12")
    private static let refuseExtension = act("refuse-extension", ", text", ", 'x'")
    private static let plan = act("plan", ", text", ", '계획'")

    private static let running: [Attempt.Step] = [
        .by(.companyB, insure), .by(.desk, confirm), .by(.companyB, commence),
    ]
    private static let asked: [Attempt.Step] = running + [.later(days: 300), .by(.companyB, askExtension)]

    /// Case 6 is decided.
    private static func decide(_ columns: String, _ values: String, _ more: String = "") -> String {
        """
        INSERT INTO decision (case_file_id, decided_on, outcome\(columns))
        VALUES (6, authority_date('kr-ict'), \(values));
        \(more)
        UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6;
        SET CONSTRAINTS ALL IMMEDIATE;
        """
    }
    private static let beforehand = """
        INSERT INTO condition (decision_id, condition_no, case_file_id, phase, text, purpose, evidence)
        SELECT max(decision_id), 1, 6, 'before', 'x', 'y', 'z' FROM decision;
        """
    private static let neverSuspended = """
        SELECT apply_regime(jsonb_set(regime_document('kr-ict'), '{tracks,2,grant,may_suspend}', 'false'), 'x')
        """

    static let attempts: [Attempt] = [
        Attempt(.desk, confirm, "grant_act_about_guard"),
        Attempt(
            "grant_act_replacing_reason_check", .by(.companyB, insure),
            .by(.companyB, act("insure", ", about_no", ", 1"))),
        Attempt(
            "grant_act_about_guard", .by(.companyB, insure), .by(.desk, confirm),
            .by(.companyB, act("insure", ", about_no, reason", ", 1, 'x'"))),
        Attempt(.companyB, act("report", ", text, on_day", ", 'x', DATE '2026-06-09'"), "grant_act_day_guard"),
        Attempt(.companyB, act("report", ", text, on_day", ", 'x', DATE '2026-06-11'"), "grant_act_day_guard"),
        Attempt("grant_act_cover_guard", .by(.companyB, insureForLittle), .by(.desk, confirm)),
        Attempt(
            "grant_detail_guard", .by(.companyB, insure), .later(days: 1),
            .by(.companyB, "INSERT INTO insurance_cover SELECT grant_act_id, case_file_id, 'death', 1 FROM insurance")),
        Attempt(.companyB, commence, "grant_act_insurance_guard"),
        // Nothing is insured, reported or planned by saying so.
        Attempt(.companyB, act("insure") + "SET CONSTRAINTS ALL IMMEDIATE", "grant_act_detail_guard"),
        Attempt(
            "grant_act_detail_guard", after: running,
            .by(.companyB, act("report", ", text", ", 'x'") + "SET CONSTRAINTS ALL IMMEDIATE")),
        Attempt(.ministryElsewhere, act("plan") + "SET CONSTRAINTS ALL IMMEDIATE", "grant_act_detail_guard"),
        // A reader's own function is shown no row that the register does not show.
        Attempt(
            nil, .owner("UPDATE decision SET outcome = 'rejected' WHERE case_file_id = 5"),
            .by(
                .anyone,
                """
                CREATE FUNCTION pg_temp.look(text) RETURNS boolean LANGUAGE plpgsql COST 0.00000001
                    AS $$ BEGIN RAISE 'it sees %', $1; END $$;
                SELECT count(*) FROM register.grants WHERE pg_temp.look(reference);
                SELECT count(*) FROM register.grants WHERE pg_temp.look(service);
                """)),
        // What belongs to another case is not there.
        Attempt(
            .companyB,
            """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act, attachment_id)
            SELECT exemption_grant_id, case_file_id, 'insure', 1 FROM exemption_grant WHERE case_file_id = 5
            """, "grant_act_about_guard"),
        Attempt(
            .companyB, act("apply-permit", ", successor_case_id", ", 2"), "grant_act_about_guard"),
        Attempt(
            "grant_act_condition_guard",
            .by(.desk, decide("", "'granted-with-conditions'", beforehand)), .by(.companyB, act("commence", of: 6))),
        Attempt("grant_act_once_guard", after: running, .by(.companyB, commence)),
        Attempt("grant_act_state_guard", after: running, .by(.desk, act("resume"))),
        Attempt(
            "grant_act_track_guard", .by(.desk, neverSuspended), .by(.companyB, insure), .by(.desk, confirm),
            .by(.companyB, commence), .by(.desk, act("suspend", ", text", ", 'x'"))),
        Attempt(.desk, act("record-hearing", ", ground, text", ", 'whim', 'x'"), "grant_act_ground_guard"),
        Attempt(.desk, act("revoke", ", ground", ", 'fraud'"), "grant_act_hearing_guard"),

        Attempt("grant_act_asked_guard", after: running, .by(.desk, extend)),
        Attempt("grant_act_length_guard", after: asked, .by(.desk, act("extend", ", months", ", 25"))),
        Attempt("grant_act_extended_guard", after: asked, .by(.desk, extend), .by(.desk, extend)),
        Attempt("grant_act_extended_guard", after: asked, .by(.desk, extend), .by(.desk, refuseExtension)),
        Attempt("grant_act_window_guard", after: running, .later(days: 700), .by(.companyB, askExtension)),
        Attempt(
            "grant_act_begun_guard", .by(.desk, decide(", validity_from", "'granted', 'commencement'")),
            .by(.companyB, act("ask-extension", of: 6))),
        Attempt(
            "grant_act_window_guard", after: running, .later(days: 700),
            .by(.companyB, act("request-revision", ", text", ", 'x'"))),
        Attempt(
            "grant_act_request_guard", after: running,
            .by(.ministryElsewhere, act("record-finding", ", finding", ", 'needed'"))),
        Attempt(
            "grant_act_permit_guard", after: running,
            .by(.companyB, act("apply-permit", ", successor_case_id", ", case_file_id"))),
        Attempt("grant_act_debtor_guard", .by(.ministryElsewhere, plan), .by(.ministryElsewhere, plan)),

        Attempt(
            .desk,
            """
            INSERT INTO register_withholding (case_file_id, field, regime, ground)
            VALUES (2, 'company', 'kr-ict', 'trade-secret')
            """, "register_withholding_grant_guard"),
    ]
}
