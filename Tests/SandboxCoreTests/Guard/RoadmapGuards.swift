/// Promises, merges and reports out of order, or by others.
enum RoadmapGuards {
    private static let promise =
        "INSERT INTO forecast (reform_task_id, kind, said, said_to) VALUES (1, 'in-force', '2027', '2027-12-31')"
    private static let again = promise + "; " + promise
    static let merge = """
        INSERT INTO reform_task (title) VALUES ('다른 과제');
        INSERT INTO task_merge (reform_task_id, into_id, status, reason)
        SELECT 1, max(reform_task_id), 'merged', '통합' FROM reform_task
        """

    static func reportDue(_ day: String, opensOn: String = "2026-05-01") -> String {
        "INSERT INTO reporting_date (roadmap_id, due_on, opens_on) VALUES (1, '\(day)', '\(opensOn)')"
    }
    static func report(_ day: String) -> String {
        "INSERT INTO task_report (roadmap_id, due_on, reform_task_id, report) VALUES (1, '\(day)', 1, 'x')"
    }
    private static let arrive =
        "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2026-01', '2026-01-31'); "
    private static func promise(on day: String, because reason: String) -> String {
        """
        INSERT INTO forecast (reform_task_id, kind, said, said_to, said_on, reason)
        VALUES (1, 'in-force', '2027', '2027-12-31', '\(day)', \(reason))
        """
    }

    static let attempts: [Attempt] = [
        // A day that nobody can count with.
        Attempt(
            .desk,
            "INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to) VALUES (1, 'passed', 'x', '-infinity', 'infinity')",
            "civil_date_form_check"),
        Attempt(
            .ministryAsked,
            "INSERT INTO forecast (reform_task_id, kind, said, said_to) VALUES (1, 'passed', 'x', '3000-01-01')",
            "civil_date_form_check"),
        Attempt(
            .companyB, "UPDATE case_file SET period_to = 'infinity' WHERE case_file_id = 3", "civil_date_form_check"),
        Attempt(.desk, promise(on: "1900-01-01", because: "NULL"), "written_date_outside_guard"),
        Attempt(.ministryAsked, promise.replacing("2027-12-31", with: "2999-12-31"), "written_date_outside_guard"),
        Attempt(
            .desk,
            "INSERT INTO arrival (reform_task_id, kind, said, said_from, said_to) VALUES (1, 'passed', 'x', '1900-01-01', '2026-01-31')",
            "written_date_outside_guard"),
        Attempt(
            .desk, "UPDATE roadmap SET adopted_on = '1900-01-01'", "written_date_outside_guard"),
        Attempt(.desk, reportDue("2999-12-31"), "written_date_outside_guard"),
        Attempt(
            .companyB, "UPDATE case_file SET period_to = '2999-12-31' WHERE case_file_id = 3",
            "written_date_outside_guard"),
        Attempt(.desk, again, "forecast_reason_check"),
        Attempt(.ministryOpen, promise, Attempt.permission),
        Attempt(.companyA, promise, Attempt.permission),
        Attempt(.analyst, promise, Attempt.permission),
        Attempt(.ministryAsked, promise.replacing("said_to)", with: "said_on)"), "forecast_date_guard"),
        Attempt(.ministryAsked, "UPDATE forecast SET said = 'x'", Attempt.permission),
        Attempt(
            .desk,
            "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2099', '2099-12-31')",
            "arrival_date_guard"
        ),
        Attempt(.desk, "INSERT INTO arrival (reform_task_id, kind) VALUES (1, 'passed')", "arrival_first_check"),
        Attempt(
            .ministryOpen,
            "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2020', '2020-12-31')",
            Attempt.permission
        ),
        Attempt(.desk, "UPDATE reform_task SET status = 'dropped'", "reform_task_reason_guard"),
        Attempt(.desk, "UPDATE reform_task SET status = 'merged', status_reason = 'x'", "reform_task_merge_guard"),
        Attempt(
            .ministryAsked,
            "UPDATE reform_task SET status = 'in-force'; UPDATE reform_task SET status = 'drafting'",
            "reform_task_reason_guard"
        ),
        Attempt(.ministryAsked, merge, Attempt.permission),
        Attempt(
            .desk,
            merge + "; UPDATE reform_task SET status = 'planned', status_reason = 'x' WHERE reform_task_id = 1",
            "reform_task_status_guard"
        ),
        Attempt(.desk, merge + "; " + promise, "forecast_merged_guard"),
        Attempt(.desk, merge.replacing("max(reform_task_id)", with: "1"), "task_merge_into_check"),
        Attempt(
            .desk,
            merge
                + "; INSERT INTO task_merge (reform_task_id, into_id, status, reason) SELECT max(reform_task_id), 1, 'merged', 'x' FROM reform_task",
            "task_merge_into_guard"
        ),
        Attempt(
            .desk,
            merge
                + "; INSERT INTO task_merge (reform_task_id, into_id, status, reason) SELECT 1, max(reform_task_id), 'merged', 'x' FROM reform_task",
            "task_merge_pkey"
        ),
        Attempt(.desk, "UPDATE roadmap_entry SET target = 'x'", Attempt.permission),
        Attempt(.desk, "DELETE FROM roadmap_entry", Attempt.permission),
        Attempt(
            .ministryOpen, "INSERT INTO task_reference (reform_task_id, kind, reference) VALUES (1, 'bill', 'x')",
            Attempt.permission
        ),
        Attempt(
            .ministryAsked, "INSERT INTO task_provision (reform_task_id, provision_id) VALUES (1, 1)",
            Attempt.permission
        ),
        Attempt(
            .desk,
            "INSERT INTO task_report (roadmap_id, due_on, reform_task_id, report) VALUES (1, '2026-01-01', 1, 'x')",
            Attempt.permission
        ),
        Attempt(.desk, arrive + arrive, "arrival_reason_check"),
        Attempt(
            "forecast_baseline_guard", .by(.desk, promise(on: "2026-05-01", because: "NULL")),
            .owner(promise(on: "2026-04-01", because: "'x'"))),
        Attempt(.ministryAsked, "UPDATE reform_task SET in_force_on = '2026-06-01'", "reform_task_in_force_check"),
        Attempt(
            "task_report_open_guard", .by(.desk, reportDue("2026-12-31", opensOn: "2026-12-01")),
            .by(.ministryAsked, report("2026-12-31"))),
        Attempt(
            "task_report_late_reason_check", .by(.desk, reportDue("2026-06-01")),
            .by(.ministryAsked, report("2026-06-01"))),
    ]
}
