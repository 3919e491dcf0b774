/// Regimes that are applied past the file's reader, and what happens to them.
enum RegimeGuards {
    private static let document = "regime_document('kr-ict')"
    /// The same law as another regime's, with committees of its own.
    private static let other = """
        (replace(replace(\(document)::text, '"kr-ict"', '"other"'), '"committee": "', '"committee": "other-')::jsonb)
        """
    /// The same law as another regime's, with numbers of its own.
    private static let otherCertificates = """
        (replace(replace(replace(replace(\(document)::text, '"kr-ict"', '"other"'),
            '"prefix": "RC', '"prefix": "XR'), '"prefix": "TP', '"prefix": "XT'), '"prefix": "DE', '"prefix": "XD')::jsonb)
        """
    private static let otherNumbers = """
        jsonb_set(jsonb_set(jsonb_set(\(other), '{tracks,0,prefix}', '"XR"'), '{tracks,1,prefix}', '"XT"'),
            '{tracks,2,prefix}', '"XD"')
        """
    /// With an annual report, which is due from the day the sandbox is established.
    private static let annual = """
        jsonb_set(\(document), '{rules}', (\(document) -> 'rules') || '[{"rule": "annual", "basis": "법",
            "name": {"ko": "연차보고", "en": "annual report"}, "starts_on": "established", "length": "1 years",
            "ends_on": ["annual-reported"], "owed_by": "desk", "counting": "civil", "when_missed": "none",
            "missed": {"ko": "없음", "en": "none"}}]')
        """
    private static func apply(_ document: String) -> Attempt.Step {
        .by(.desk, "SELECT apply_regime(\(document), 'x')")
    }
    private static func record(_ event: String, _ day: String) -> Attempt.Step {
        .by(.desk, "INSERT INTO regime_event (regime, event, on_day) VALUES ('kr-ict', '\(event)', '\(day)')")
    }

    /// The law belongs to another authority from now on.
    private static let given = Attempt.Step.owner(
        """
        INSERT INTO organisation (kind, name) VALUES ('authority', '다른 주무부');
        INSERT INTO regime_authority (regime, authority_id) SELECT 'kr-ict', max(organisation_id) FROM organisation;
        """)
    /// What the desk tries of a law that is not its own.
    private static func ofOthers(_ statement: String) -> Attempt {
        Attempt("regime_other_authority_guard", given, .by(.desk, statement))
    }

    static let attempts: [Attempt] = [
        ofOthers("UPDATE case_file SET stage = 'received' WHERE case_file_id = 4"),
        // What follows an act may concern others; what a trigger of one's own does is one's own act.
        ofOthers(
            """
            CREATE TEMP TABLE own (i integer);
            CREATE FUNCTION pg_temp.act() RETURNS trigger LANGUAGE plpgsql AS $act$ BEGIN
                UPDATE sandbox.case_file SET stage = 'received' WHERE case_file_id = 4; RETURN NEW; END $act$;
            CREATE TRIGGER act AFTER INSERT ON own FOR EACH ROW EXECUTE FUNCTION pg_temp.act();
            INSERT INTO own VALUES (1)
            """),
        ofOthers("INSERT INTO mediation (case_file_id, council, begun_on) VALUES (6, 'x', '2026-06-10')"),
        ofOthers(
            """
            INSERT INTO meeting (committee, form, held_on, closes_on)
            VALUES ('main', 'in-person', '2026-06-12', '2026-06-12')
            """),
        ofOthers("INSERT INTO regime_event (regime, event, on_day) VALUES ('kr-ict', 'established', '2026-06-01')"),
        ofOthers("SELECT apply_regime(jsonb_set(\(document), '{basis}', '\"법\"'), 'x')"),
        ofOthers("SELECT apply_regime(\(document), 'x', NULL, NULL, acting_organisation_id())"),
        ofOthers("INSERT INTO roadmap (roadmap, regime, name) VALUES ('x-1', 'kr-ict', 'x')"),
        ofOthers("INSERT INTO summit (regime, summit_no, name, held_on) VALUES ('kr-ict', 77, 'x', '2026-06-12')"),
        ofOthers(
            """
            SELECT announce_holidays('kr', ARRAY[ROW('2026-06-15', '임시', NULL, 'temporary', NULL, NULL)::holiday])
            """),
        ofOthers(
            """
            SELECT stage_cases('kr-ict');
            INSERT INTO pg_temp.staged_case (line, company, service_name, track, outcome, decided_on, ministries, laws,
                obstacles, conditions, inferred_fields)
            SELECT n, '옛 회사', '옛 서비스 ' || n, 'demonstration', 'granted', '2020-01-02', '{}', '{}', '{}', '{}', '{}'
            FROM generate_series(1, 2) AS n;
            SELECT import_cases()
            """),
        Attempt(
            "regime_organisation_kind_guard",
            .by(
                .desk,
                """
                SELECT apply_regime(\(document), 'x', NULL, NULL,
                    (SELECT organisation_id FROM organisation WHERE kind = 'company' LIMIT 1))
                """)),
        Attempt("regime_fixed_guard", apply("jsonb_set(\(document), '{time_zone}', '\"Asia/Tokyo\"')")),
        Attempt("regime_fixed_guard", apply("jsonb_set(\(document), '{tracks,0,prefix}', '\"ZZ\"')")),
        // What silence means, it means after a while.
        Attempt("deadline_rule_lapse_check", apply("jsonb_set(\(document), '{rules,0,length}', '\"0 days\"')")),
        Attempt("committee_regime_guard", apply(otherCertificates)),
        Attempt("regime_prefix_guard", apply(other)),
        Attempt("regime_prefix_guard", apply(otherNumbers)),
        Attempt("regime_prefix_guard", apply("jsonb_set(\(otherNumbers), '{tracks,2,grant,prefix}', '\"DE\"')")),

        Attempt("regime_event_date_guard", record("established", "2026-06-11")),
        Attempt("regime_event_start_guard", apply(annual), record("annual-reported", "2026-06-01")),
        Attempt(
            "regime_event_once_guard", apply(annual), record("established", "2026-06-01"),
            record("established", "2026-06-02")),
        Attempt(
            "regime_event_day_key", record("established", "2026-06-01"), record("established", "2026-06-01")),
    ]
}
