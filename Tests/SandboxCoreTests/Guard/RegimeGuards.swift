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

    static let attempts: [Attempt] = [
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
