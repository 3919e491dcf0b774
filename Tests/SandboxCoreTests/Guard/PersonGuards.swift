/// Organisations and persons.
enum PersonGuards {
    static let attempts: [Attempt] = [
        Attempt(
            .operatorOne, "INSERT INTO organisation (kind, name) VALUES ('company', '에이')", "organisation_name_key"),
        Attempt(
            .operatorOne,
            """
            INSERT INTO organisation (kind, name, registration_no)
            VALUES ('company', '첫째', '124-81-00998'), ('company', '둘째', '124-81-00998')
            """, "organisation_registration_no_key"),
        Attempt(
            .operatorOne,
            "INSERT INTO organisation (kind, name, registration_no) VALUES ('company', '첫째', '124-81-00999')",
            "organisation_registration_no_check"),
        Attempt(
            .operatorOne, "SELECT create_person('somebody', 'sandbox_company', NULL, 'x')", "person_organisation_check"),
        Attempt(
            .operatorOne,
            """
            SELECT create_person('somebody', 'sandbox_company', organisation_id, 'x')
            FROM organisation WHERE name = '하나부'
            """, "person_organisation_kind_guard"),
        Attempt(
            .operatorOne,
            """
            UPDATE organisation SET closed_on = '2020-01-01' WHERE name = '하나부';
            SELECT create_person('somebody', 'sandbox_ministry', organisation_id, 'x')
            FROM organisation WHERE name = '하나부'
            """, "person_organisation_closed_guard"),
        // A slip in the year.
        Attempt(
            .operatorOne, "UPDATE organisation SET closed_on = '1900-01-01' WHERE name = '하나부'",
            "written_date_outside_guard"),
        Attempt(
            .operatorOne, "UPDATE organisation SET closed_on = '2062-06-10' WHERE name = '하나부'",
            "written_date_outside_guard"),
        Attempt(
            .desk, away(twin, "2016-06-10", "2026-06-11"), "written_date_outside_guard"),
        Attempt(
            .desk, "INSERT INTO inbox_mark (seen_at) VALUES ('infinity')", "written_date_outside_guard"),
        Attempt(.operatorOne, "SELECT create_person(acting_role(), 'sandbox_operator', NULL, 'x')", "person_pkey"),
        Attempt(.operatorOne, "SELECT create_person('postgres', 'sandbox_operator', NULL, 'x')", "person_role_guard"),
        Attempt(.operatorOne, "SELECT disable_person(acting_role()::text)", "person_self_guard"),
        Attempt(
            .operatorOne, "SELECT disable_person(role_name::text) FROM person WHERE group_role = 'sandbox_auditor'",
            "person_last_guard"),
        Attempt(
            "person_role_guard",
            .owner("RESET ROLE; CREATE ROLE somebody_else LOGIN"),
            .by(.operatorOne, "SELECT create_person('somebody_else', 'sandbox_analyst', NULL, 'x')")),
        Attempt(
            "person_organisation_closed_guard",
            .by(.operatorOne, "UPDATE organisation SET closed_on = '2020-01-01' WHERE name = '주무부'"),
            .by(
                .operatorOne,
                "SELECT enable_person(role_name) FROM person WHERE disabled_at IS NOT NULL AND group_role = 'sandbox_desk'"
            )),
        // Of each authority the last desk; a role that was made anew by somebody else is not enabled.
        Attempt(
            "person_last_guard",
            .by(.operatorOne, "INSERT INTO organisation (kind, name) VALUES ('authority', '다른 주무부')"),
            .by(
                .operatorOne,
                """
                SELECT create_person('other_desk', 'sandbox_desk', organisation_id, 'x') FROM organisation WHERE name = '다른 주무부'
                """),
            .by(.operatorOne, "SELECT disable_person('other_desk')")),
        Attempt(
            Attempt.permission,
            .by(.operatorOne, "SELECT create_person('a_leaver', 'sandbox_analyst', NULL, 'x')"),
            .by(.operatorOne, "SELECT disable_person('a_leaver')"),
            .owner("RESET ROLE; COMMENT ON ROLE a_leaver IS NULL"),
            .by(.operatorOne, "SELECT enable_person('a_leaver')")),
        Attempt(.desk, "SELECT edit_person('x', 'y')", Attempt.permission),
        Attempt(.desk, "SELECT set_password(acting_role(), 'secret')", Attempt.permission),
        Attempt(
            .operatorOne,
            "SELECT set_password(role_name::text, 'secret') FROM person WHERE group_role = 'sandbox_desk'",
            "person_password_plain_guard"),
        Attempt(
            "person_right_missing_guard",
            .by(
                .operatorOne,
                "SELECT edit_person(role_name, NULL, '{file,sign}') FROM person WHERE group_role = 'sandbox_desk'"),
            .by(.desk, "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 4")),
        Attempt(
            .desk, "INSERT INTO case_assignment (case_file_id, role_name) VALUES (2, 'not_there')",
            "case_assignment_not_colleague_guard"),
        Attempt(.desk, away("'not_there'", "2026-06-10", "2026-06-11"), "absence_not_colleague_guard"),
        Attempt(.desk, away("acting_role()", "2026-06-10", "2026-06-11"), "absence_self_check"),
        Attempt(.desk, away(twin, "2026-06-01", "2026-06-09"), "absence_date_outside_guard"),
        Attempt(.desk, away(twin, "2026-06-12", "2026-06-11"), "absence_period_check"),
        Attempt(
            .desk, away(twin, "2026-06-10", "2026-06-12") + ";" + away(twin, "2026-06-12", "2026-06-13"),
            "absence_overlap_excl"),
        Attempt(
            "absence_not_absent_guard", .by(.desk, away(twin, "2026-06-10", "2026-06-12")), .later(days: 30),
            .by(.desk, "UPDATE absence SET withdrawn_at = now()")),
        Attempt(
            .desk, "SELECT hand_over_work(acting_role(), 'not_there', 'x')", "hand_over_not_colleague_guard"),
        Attempt(.desk, "SELECT hand_over_work(acting_role(), \(twin), ' ')", "hand_over_reason_guard"),
        Attempt(.companyA, "SELECT hand_over_work('not_there', acting_role(), 'x')", Attempt.permission),
    ]

    private static let twin = """
        (SELECT role_name FROM person WHERE role_name <> acting_role() AND disabled_at IS NULL AND group_role = 'sandbox_desk')
        """

    private static func away(_ deputy: String, _ from: String, _ until: String) -> String {
        "INSERT INTO absence (deputy, from_on, until_on) VALUES (\(deputy), '\(from)', '\(until)')"
    }
}
