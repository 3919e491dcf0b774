/// Decisions over open questions, second decisions, conditions afterwards.
enum DecisionGuards {
    private static func decide(_ id: Int, _ outcome: String = "granted", on day: String = "authority_date('kr-ict')")
        -> String
    {
        "INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (\(id), '\(outcome)', \(day)); "
    }
    private static func decided(_ id: Int) -> String {
        "UPDATE case_file SET stage = 'decided' WHERE case_file_id = \(id); "
    }
    private static func condition(_ id: Int, _ number: Int = 1) -> String {
        "INSERT INTO condition (decision_id, condition_no, case_file_id, text, purpose, evidence) "
            + "SELECT decision_id, \(number), case_file_id, 'x', 'y', 'z' FROM decision WHERE case_file_id = \(id); "
    }
    private static let askAgain =
        "INSERT INTO consultation (case_file_id, ministry_id) SELECT 6, organisation_id FROM organisation WHERE name = '하나부'; "
    private static let supplement = "INSERT INTO supplement (case_file_id, request) VALUES (6, 'x'); "
    /// 비이 files another case, and asks 하나부, which replies.
    private static func replied(_ filing: String, _ reply: String) -> [Attempt.Step] {
        [
            .by(.companyB, filing),
            .by(
                .desk,
                """
                UPDATE case_file SET stage = 'received' WHERE case_file_id = (SELECT max(case_file_id) FROM case_file);
                UPDATE case_file SET stage = 'consulting' WHERE case_file_id = (SELECT max(case_file_id) FROM case_file);
                INSERT INTO consultation (case_file_id, ministry_id) SELECT max(c.case_file_id), o.organisation_id
                FROM case_file AS c, organisation AS o WHERE o.name = '하나부' GROUP BY o.organisation_id;
                """), .by(.ministryAsked, reply),
        ]
    }
    private static func decideLast(_ outcome: String) -> String {
        """
        INSERT INTO decision (case_file_id, outcome, decided_on)
        SELECT max(case_file_id), '\(outcome)', authority_date('kr-ict') FROM case_file;
        """
    }
    private static let proposeCondition = """
        INSERT INTO meeting (committee, form, held_on, closes_on)
        SELECT 'main', 'in-person', authority_date('kr-ict'), authority_date('kr-ict');
        INSERT INTO agenda_item (meeting_id, case_file_id)
        SELECT max(m.meeting_id), (SELECT max(c.case_file_id) FROM case_file AS c) FROM meeting AS m;
        INSERT INTO proposed_condition (agenda_item_id, condition_no, phase, text, purpose, evidence, responsible)
        SELECT max(i.agenda_item_id), 1, 'during', 'x', 'y', 'z', 'company' FROM agenda_item AS i;

        """

    static let attempts: [Attempt] = [
        Attempt(.desk, decide(2) + decided(2), "decision_consultation_guard"),
        Attempt(.desk, decide(4) + decided(4), "decision_stage_guard"),
        Attempt(.desk, decide(5), "decision_stage_guard"),
        Attempt(.desk, decide(6), "case_file_decision_guard"),
        Attempt(.desk, decided(6), "case_file_decision_guard"),
        Attempt(
            .desk,
            decide(6) + "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 6",
            "case_file_decision_guard"
        ),
        // The consultation is asked, the supplement is asked without the decision knowing.
        Attempt(.desk, decide(6) + askAgain + decided(6), "decision_consultation_guard"),
        Attempt(.desk, decide(6) + supplement + decided(6), "decision_supplement_guard"),
        Attempt(.desk, decide(6) + supplement + "SET CONSTRAINTS ALL IMMEDIATE", "case_file_decision_guard"),
        Attempt(
            .desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + supplement, "supplement_stage_guard"),
        Attempt(
            .desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + askAgain, "consultation_stage_guard"),
        Attempt(
            .desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + condition(6),
            "condition_decision_guard"
        ),
        Attempt(.desk, decide(6) + condition(6) + decided(6), "decision_conditions_guard"),
        Attempt(.desk, decide(6, "granted-with-conditions") + decided(6), "decision_conditions_guard"),
        Attempt(
            .desk,
            decide(6, "granted-with-conditions") + "SAVEPOINT a; " + condition(6) + "ROLLBACK TO a; " + decided(6),
            "decision_conditions_guard"
        ),
        Attempt(.desk, condition(5, 2), "condition_decision_guard"),
        Attempt(.desk, "UPDATE condition SET text = 'x'", Attempt.permission),
        Attempt(.desk, "UPDATE decision SET outcome = 'rejected'", Attempt.permission),
        Attempt(.desk, decide(6, "rejected") + decided(6), "decision_reason_guard"),
        Attempt(.desk, decide(6, "conditions-changed") + decided(6), "decision_outcome_guard"),
        Attempt(.desk, decide(6, "permit-needed") + decided(6), "decision_outcome_guard"),
        Attempt(.desk, decide(6, on: "authority_date('kr-ict') + 1") + decided(6), "decision_date_guard"),
        Attempt(.desk, decide(6, on: "authority_date('kr-ict') - 1") + decided(6), "decision_date_guard"),
        Attempt(
            .desk, "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; " + decide(4) + decided(4),
            "decision_grant_guard"
        ),
        Attempt(.ministryElsewhere, decide(6), Attempt.permission), Attempt(.companyB, decide(6), Attempt.permission),
        Attempt(
            .desk,
            """
            INSERT INTO decision (case_file_id, outcome, decided_on, validity_until)
            VALUES (6, 'granted', authority_date('kr-ict'), '2060-01-01')
            """, "decision_validity_guard"),
        Attempt(
            "decision_ministries_unasked_guard",
            .owner("UPDATE exemption_item SET ministry = '하나부' WHERE case_file_id = 6"), .by(.desk, decide(6))),
        Attempt(
            "decision_against_replies_guard",
            after: replied(World.fileConfirmation, World.reply("permit-needed", "'허가 대상'", "'{}'")),
            .by(.desk, decideLast("no-regulation"))),
        Attempt(
            "decision_conditions_dropped_guard",
            after: replied(World.draft("비이 조건") + World.file, World.reply("agree", "NULL", "'{}'")),
            .by(.desk, proposeCondition + decideLast("granted"))),
        Attempt(
            .desk,
            """
            SELECT stage_cases('kr-ict');
            INSERT INTO pg_temp.staged_case (line, company, service_name, track, outcome, decided_on, ministries, laws,
                obstacles, conditions, inferred_fields)
            VALUES (1, '옛 회사', '옛 서비스', 'demonstration', 'granted', authority_date('kr-ict'), '{}', '{}', '{}', '{}', '{}');
            SELECT import_cases()
            """, "decision_import_date_guard"),
        Attempt(
            "decision_no_key",
            .owner(
                """
                INSERT INTO decision (case_file_id, outcome, decided_on, decision_no, recorded_by)
                SELECT case_file_id, outcome, decided_on, decision_no, recorded_by FROM decision
                """)),
    ]
}
