/// Objections of 비이, whose case 4 is returned.
enum ObjectionGuards {
    private static let returned = Attempt.Step.by(
        .desk,
        """
        UPDATE case_file SET stage = 'returned', closing_reason = '반려' WHERE case_file_id = 4;
        SET CONSTRAINTS ALL IMMEDIATE;
        """)
    private static let object = Attempt.Step.by(
        .companyB,
        """
        INSERT INTO objection (disposition_id, case_file_id, statement)
        SELECT disposition_id, case_file_id, '이의' FROM disposition WHERE case_file_id = 4
        """)
    private static let rule = Attempt.Step.by(.desk, "UPDATE objection SET ruling = 'upheld', reason = 'x'")

    static let attempts: [Attempt] = [
        Attempt("objection_date_guard", returned, .later(days: 80), object),
        // Whether another company has something to object to is not told: neither when it has …
        Attempt(
            "objection_date_guard", returned,
            .by(
                .companyA,
                "INSERT INTO objection (disposition_id, case_file_id, statement) VALUES (1, 2, 'x'), (2, 2, 'x')")),
        // … nor when it has not.
        Attempt(
            .companyA, "INSERT INTO objection (disposition_id, case_file_id, statement) VALUES (99, 2, 'x')",
            "objection_date_guard"),
        Attempt("objection_pkey", returned, object, object),
        Attempt("objection_reason_check", returned, object, .by(.desk, "UPDATE objection SET ruling = 'upheld'")),
        Attempt("objection_ruled_guard", returned, object, rule, rule),
    ]
}
