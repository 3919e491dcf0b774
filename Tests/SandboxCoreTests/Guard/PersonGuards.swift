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
        Attempt(.desk, "SELECT rename_person('x', 'y')", Attempt.permission),
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
    ]
}
