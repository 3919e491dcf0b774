/// Conditions, their changes and their evidence, and departures from precedents. 비이 holds the grant of case 5, whose
/// condition was asked for by 세나부.
enum ConditionGuards {
    private static func change(_ id: Int = 5) -> String {
        """
        INSERT INTO condition_change (decision_id, condition_no, case_file_id, text, purpose, evidence, reason)
        VALUES (1, 1, \(id), 'x', 'y', 'z', 'r');

        """
    }
    private static func evidence(_ id: Int = 5) -> String {
        "INSERT INTO condition_evidence (decision_id, condition_no, case_file_id, note) VALUES (1, 1, \(id), 'x'); "
    }
    private static let asked = Attempt.Step.by(.companyB, change() + evidence())
    private static func reply(_ opinion: String = "agree") -> String {
        """
        INSERT INTO change_reply (condition_change_id, case_file_id, opinion)
        SELECT max(condition_change_id), 5, '\(opinion)' FROM condition_change;

        """
    }
    private static let replied: [Attempt.Step] = [asked, .by(.ministryElsewhere, reply())]

    private static func decide(_ outcome: String) -> String {
        """
        INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, '\(outcome)', authority_date('kr-ict'));

        """
    }
    private static func condition(_ columns: String, _ values: String) -> String {
        """
        INSERT INTO condition (decision_id, condition_no, case_file_id, \(columns))
        SELECT max(decision_id), 1, 6, \(values) FROM decision
        """
    }
    private static func depart(_ precedent: Int) -> String {
        """
        INSERT INTO precedent_departure (decision_id, case_file_id, precedent_id, reason)
        SELECT max(decision_id), max(case_file_id), \(precedent), 'x' FROM decision;

        """
    }

    private static let over = Attempt.Step.by(
        .companyB,
        """
        INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
        SELECT exemption_grant_id, case_file_id, 'renounce', 'x' FROM exemption_grant WHERE case_file_id = 5
        """)
    private static let waive =
        "INSERT INTO condition_waiver (decision_id, condition_no, case_file_id, reason) VALUES (1, 1, 5, 'x'); "

    static let attempts: [Attempt] = [
        Attempt(.desk, decide("granted-with-conditions") + condition("text", "'x'"), "condition_measurable_guard"),
        Attempt(
            .desk, decide("granted-with-conditions") + condition("text, purpose", "'x', 'y'"),
            "condition_measurable_guard"),
        Attempt(
            .desk,
            """
            INSERT INTO proposed_condition (agenda_item_id, condition_no, text, responsible)
            SELECT agenda_item_id, 9, 'x', 'company' FROM agenda_item WHERE case_file_id = 6
            """, "meeting_frozen_guard"),
        Attempt(.desk, "DELETE FROM proposed_condition; UPDATE condition SET text = 'x'", Attempt.permission),

        Attempt(.companyB, change(6), "condition_standing_guard"),
        Attempt(.companyA, change(), Attempt.permission), Attempt(.ministryOpen, change(), Attempt.permission),
        Attempt(.companyB, change() + change(), "condition_change_open_key"),
        Attempt(.companyB, change() + "UPDATE condition_change SET is_accepted = true", Attempt.permission),
        Attempt(.companyB, evidence(6), "condition_standing_guard"),
        Attempt(.desk, evidence(), Attempt.permission), Attempt(.ministryElsewhere, evidence(), Attempt.permission),
        Attempt(.companyB, evidence() + "DELETE FROM condition_evidence", Attempt.permission),
        Attempt(.analyst, "SELECT content FROM condition_evidence", Attempt.permission),
        Attempt(.analyst, "SELECT file_name FROM condition_evidence", Attempt.permission),
        Attempt(
            .companyB,
            """
            INSERT INTO condition_evidence (decision_id, condition_no, case_file_id, file_name, media_type, content)
            VALUES (1, 1, 5, 'a', 'b', '')
            """, "condition_evidence_size_check"),

        // Of a grant that is over nothing begins; what is still owed is waived, once.
        Attempt("condition_change_grant_guard", over, .by(.companyB, change())),
        Attempt(.desk, waive, "condition_waiver_grant_guard"),
        Attempt(Attempt.permission, over, .by(.companyB, waive)),
        Attempt("condition_waiver_pkey", over, .by(.desk, waive + waive)),
        Attempt(nil, over, .by(.companyB, evidence())),

        // Who is asked about a change replies, before the desk rules on it.
        Attempt("condition_change_reply_guard", asked, .by(.desk, "UPDATE condition_change SET is_accepted = true")),
        Attempt(Attempt.permission, asked, .by(.desk, reply())),
        Attempt(Attempt.permission, asked, .by(.companyB, reply())),
        Attempt(Attempt.permission, asked, .by(.ministryOpen, reply())),
        Attempt("change_reply_reason_check", asked, .by(.ministryElsewhere, reply("oppose"))),
        Attempt("change_reply_debtor_guard", after: replied, .by(.ministryElsewhere, reply())),
        Attempt("change_reply_pkey", after: replied, .owner("INSERT INTO change_reply SELECT * FROM change_reply")),
        Attempt(
            Attempt.permission, after: replied, .by(.ministryElsewhere, "UPDATE change_reply SET opinion = 'agree'")),
        Attempt(
            "condition_change_ruling_check", after: replied,
            .by(.desk, "UPDATE condition_change SET is_accepted = false")),
        Attempt(
            "condition_change_ruled_guard", after: replied,
            .by(.desk, "UPDATE condition_change SET is_accepted = true"),
            .by(.desk, "UPDATE condition_change SET is_accepted = false, ruling = 'x'")),
        Attempt(
            "condition_evidence_ruling_check", asked,
            .by(.desk, "UPDATE condition_evidence SET is_confirmed = false")),
        Attempt(
            "condition_evidence_ruled_guard", asked, .by(.desk, "UPDATE condition_evidence SET is_confirmed = true"),
            .by(.desk, "UPDATE condition_evidence SET is_confirmed = true")),

        // Departures go with the decision, and precedents are grants.
        Attempt(.desk, decide("granted") + depart(2), "precedent_departure_grant_guard"),
        Attempt(
            .desk,
            """
            INSERT INTO precedent_departure (decision_id, case_file_id, precedent_id, reason)
            SELECT decision_id, case_file_id, 6, 'x' FROM decision
            """, "precedent_departure_decision_guard"),
        Attempt(
            .desk, decide("granted") + depart(5) + "UPDATE precedent_departure SET reason = 'y'", Attempt.permission),
    ]
}
