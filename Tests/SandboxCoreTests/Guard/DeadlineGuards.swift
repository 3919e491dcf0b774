/// Deadlines, their stops and extensions, and notices.
enum DeadlineGuards {
    private static func deadline(_ rule: String, of id: Int) -> String {
        "(SELECT max(deadline_id) FROM deadline JOIN deadline_rule USING (deadline_rule_id) WHERE rule = '\(rule)' AND case_file_id = \(id))"
    }
    private static func stop(_ rule: String, of id: Int, in claimed: Int? = nil, _ rest: String) -> String {
        "INSERT INTO deadline_stop (deadline_id, case_file_id, cause, paper, began_on) VALUES (\(deadline(rule, of: id)), \(claimed ?? id), \(rest))"
    }
    private static func extend(_ rule: String, of id: Int, in claimed: Int? = nil, by days: Int = 30) -> String {
        "INSERT INTO deadline_extension (deadline_id, case_file_id, length, reason) VALUES (\(deadline(rule, of: id)), \(claimed ?? id), \(days), '사유')"
    }

    private static let today = "authority_date('kr-ict')"
    private static let mediation = "'mediation', '공문 제1호', \(today)"
    private static let undo = """
        INSERT INTO deadline_stop_undoing (deadline_stop_id, case_file_id, reason)
        SELECT deadline_stop_id, case_file_id, '사유' FROM deadline_stop
        """

    static let attempts: [Attempt] = [
        // Nobody writes a deadline or its rule.
        Attempt(.desk, "UPDATE deadline SET started_on = started_on + 1", Attempt.permission),
        Attempt(.desk, "DELETE FROM deadline", Attempt.permission),
        Attempt(.desk, "UPDATE deadline_rule SET length = 1", Attempt.permission),
        Attempt(.desk, "INSERT INTO lapse (deadline_id) VALUES (1)", Attempt.permission),
        Attempt(.desk, "SELECT start_deadlines('granted', 2, 2, NULL, current_date)", Attempt.permission),
        Attempt(.desk, "SELECT record_lapse(1)", Attempt.permission),
        Attempt(.analyst, "SELECT record_lapses()", Attempt.permission),
        Attempt(.desk, "UPDATE calendar_day SET is_open = true", Attempt.permission),
        Attempt(.ministryOpen, "SELECT announce_holidays('kr', '{}')", Attempt.permission),
        // A year is declared by the desk, and asks for what is foreseen of it; no calendar has a day before 2000.
        Attempt(.ministryOpen, "SELECT declare_years('kr', '{2028}', '공고')", Attempt.permission),
        Attempt(.ministryOpen, "SELECT reopen_years('kr', '{2027}', '사유')", Attempt.permission),
        Attempt(.desk, "SELECT declare_years('kr', '{2028}', '공고')", "calendar_year_missing_guard"),
        Attempt(.desk, "SELECT declare_years('kr', '{2028}', '공고', true)", nil),
        Attempt(.desk, "SELECT reopen_years('kr', '{2027}', '사유')", nil),
        Attempt(
            .desk,
            "SELECT due_on FROM count_period('kr', NULL, '1998-06-01', NULL, 'civil', 30, 'day', 0, NULL, NULL, NULL, NULL)",
            "calendar_day_outside_guard"),
        // The time until the answer to a supplement is left out: its stop is not undone before.
        Attempt(
            "deadline_stop_supplement_guard",
            .by(.companyB, World.fileConfirmation),
            .by(
                .desk,
                """
                UPDATE case_file SET stage = 'received' WHERE track = 'rapid-confirmation';
                UPDATE case_file SET stage = 'consulting' WHERE track = 'rapid-confirmation';
                INSERT INTO consultation (case_file_id, ministry_id)
                SELECT c.case_file_id, o.organisation_id FROM case_file AS c, organisation AS o
                WHERE c.track = 'rapid-confirmation' AND o.name = '하나부';
                INSERT INTO supplement (case_file_id, request)
                SELECT case_file_id, '보완' FROM case_file WHERE track = 'rapid-confirmation'
                """), .by(.desk, undo)),
        // Stops are the desk's, with their paper, between the start and today, one at a time, and of that case.
        Attempt(.companyA, stop("k6", of: 2, mediation), Attempt.permission),
        Attempt(.ministryOpen, stop("k6", of: 2, mediation), Attempt.permission),
        Attempt(.desk, stop("k6", of: 2, mediation), nil),
        Attempt(.desk, stop("k4", of: 2, mediation), "deadline_stop_cause_guard"),
        Attempt(.desk, stop("k4", of: 2, "'supplement-by-debtor', 'x', \(today)"), "deadline_stop_cause_guard"),
        Attempt(.desk, stop("k6", of: 2, "'mediation', NULL, \(today)"), "deadline_stop_paper_guard"),
        Attempt(.desk, stop("k6", of: 2, "'mediation', 'x', \(today) + 1"), "deadline_stop_day_guard"),
        Attempt(.desk, stop("k6", of: 2, "'mediation', 'x', \(today) - 1"), "deadline_stop_day_guard"),
        Attempt(.desk, stop("k6", of: 5, mediation), "deadline_ended_guard"),
        Attempt(.desk, stop("k6", of: 2, in: 6, mediation), "deadline_stop_deadline_fkey"),
        Attempt(.desk, stop("k6", of: 2, mediation) + ";" + stop("k6", of: 2, mediation), "deadline_stop_open_guard"),
        Attempt(
            .desk,
            stop("k6", of: 2, mediation) + "; UPDATE deadline_stop SET ended_on = \(today) + 1",
            "deadline_stop_day_guard"
        ),
        Attempt(
            .desk,
            stop("k6", of: 2, mediation)
                + "; UPDATE deadline_stop SET ended_on = \(today); UPDATE deadline_stop SET ended_on = \(today)",
            "deadline_stop_ended_guard"
        ),
        Attempt(.desk, stop("k6", of: 2, mediation) + ";" + undo + ";" + stop("k6", of: 2, mediation), nil),
        Attempt(.desk, stop("k6", of: 2, mediation) + ";" + undo + ";" + undo, "deadline_stop_undoing_pkey"),
        Attempt(
            .desk,
            stop("k6", of: 2, mediation) + ";" + undo.replacing("case_file_id, '사유'", with: "6, '사유'"),
            "deadline_stop_undoing_stop_fkey"
        ),
        Attempt(.desk, "UPDATE deadline_stop SET undone = true", Attempt.permission),
        // The stop that a ministry's own question made is not the desk's to undo.
        Attempt(
            "deadline_stop_undoing_owner_guard",
            .by(.ministryOpen, "INSERT INTO supplement (case_file_id, request) VALUES (2, '질의')"), .by(.desk, undo)),
        // Who owes the act extends, as often and as long as the rule says.
        Attempt(.desk, extend("k6", of: 2), nil),
        Attempt(.desk, extend("k6", of: 2, by: 31), "deadline_extension_longest_guard"),
        Attempt(.desk, extend("k6", of: 2) + ";" + extend("k6", of: 2), "deadline_extension_count_guard"),
        Attempt(.desk, extend("k4", of: 2), "deadline_extension_debtor_guard"),
        Attempt(.ministryOpen, extend("k4", of: 2), "deadline_extension_rule_guard"),
        Attempt(.ministryOpen, extend("k6", of: 2), "deadline_extension_debtor_guard"),
        Attempt(.companyA, extend("k6", of: 2), Attempt.permission),
        Attempt(.ministryElsewhere, extend("k10", of: 5), nil),
        Attempt(.ministryElsewhere, extend("k12", of: 5, by: 2), "deadline_extension_debtor_guard"),
        Attempt(.ministryElsewhere, extend("k10", of: 5, in: 6), Attempt.permission),
        Attempt(.ministryElsewhere, extend("k4", of: 5), "deadline_extension_rule_guard"),
        Attempt(.desk, extend("k6", of: 5), "deadline_ended_guard"),
        // Notices: the ministry was told in its inbox.
        Attempt(.desk, "UPDATE consultation SET notified_on = \(today), notice = 'x'", "consultation_notified_guard"),
        Attempt(.desk, "UPDATE consultation SET replied_at = NULL", Attempt.permission),
        Attempt(.desk, "UPDATE consultation SET fast_track = true", Attempt.permission),
        Attempt(.ministryOpen, "UPDATE consultation SET notified_on = \(today)", Attempt.permission),
        Attempt("deadline_extension_time_guard", .later(days: 200), .by(.desk, extend("k6", of: 2))),
        Attempt(
            "deadline_stop_overlap_excl", .later(days: 10),
            .by(
                .desk,
                stop("k6", of: 2, "'mediation', 'x', DATE '2026-06-12'")
                    + "; UPDATE deadline_stop SET ended_on = DATE '2026-06-18'"),
            .by(.desk, stop("k6", of: 2, "'mediation', 'x', DATE '2026-06-15'"))),
    ]
}
