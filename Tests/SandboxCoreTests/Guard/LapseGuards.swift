/// Lapses, and what comes after them. 비이 asks for a rapid confirmation, about which 하나부 says nothing in time.
enum LapseGuards {
    private static let confirmation = "(SELECT max(case_file_id) FROM case_file)"
    private static let ask = """
        UPDATE case_file SET stage = 'received' WHERE case_file_id = \(confirmation);
        UPDATE case_file SET stage = 'consulting' WHERE case_file_id = \(confirmation);
        INSERT INTO consultation (case_file_id, ministry_id, question)
        SELECT \(confirmation), organisation_id, '질의' FROM organisation WHERE name = '하나부';
        """
    private static let silent: [Attempt.Step] = [
        .by(.companyB, World.fileConfirmation), .by(.desk, ask), .later(days: 60),
    ]
    private static let lapsed: [Attempt.Step] = silent + [.by(.desk, "SELECT record_lapses()")]
    private static let contest = "UPDATE lapse SET contest_reason = '기간 안에 답했다'"
    private static let contested: [Attempt.Step] = lapsed + [.by(.ministryAsked, contest)]
    private static let last = "(SELECT max(meeting_id) FROM meeting)"
    private static let meeting = """
        INSERT INTO meeting (committee, form, held_on, closes_on)
        SELECT 'main', 'in-person', authority_date('kr-ict'), authority_date('kr-ict');
        INSERT INTO meeting_member (meeting_id, member_no, name, capacity)
        SELECT \(last), m.no, m.name, m.capacity
        FROM (VALUES (1, '위원장', 'chair'), (2, '위원 1', 'private'), (3, '위원 2', 'private')) AS m (no, name, capacity);

        """
    private static let resolve = "UPDATE lapse SET resolution = 'upheld', resolution_reason = '접수 기록이 없다'"

    static let attempts: [Attempt] = [
        // Whether it is recorded or not.
        Attempt("opinion_lapsed_guard", after: silent, .by(.ministryAsked, reply)),
        Attempt("opinion_lapsed_guard", after: lapsed, .by(.ministryAsked, reply)),
        // Who looks came to read: a lapse that cannot be recorded fails nobody.
        Attempt(
            nil, after: silent, .owner("ALTER TABLE lapse ADD CONSTRAINT never CHECK (false) NOT VALID"),
            .by(.desk, "SELECT record_lapses(); SELECT count(*) FROM open_task_today")),
        Attempt("lapse_contest_guard", after: contested, .by(.ministryAsked, "UPDATE lapse SET contest_reason = 'x'")),
        Attempt("lapse_resolution_guard", after: lapsed, .by(.desk, resolve)),
        Attempt(
            "lapse_resolution_guard", after: contested, .by(.desk, resolve),
            .by(.desk, "UPDATE lapse SET resolution = 'set-aside', resolution_reason = 'x'")),
        Attempt(
            "lapse_stage_guard", after: lapsed,
            .by(
                .companyB,
                "UPDATE case_file SET stage = 'withdrawn', closing_reason = 'x' WHERE case_file_id = \(confirmation)"),
            .by(.ministryAsked, contest)),
        Attempt(
            "agenda_item_lapse_guard", after: contested,
            .by(.desk, meeting + "INSERT INTO agenda_item (meeting_id, case_file_id) SELECT \(last), \(confirmation)")),
        // No committee decides the track: it is on an agenda by a change of the law alone.
        Attempt(
            "meeting_lapse_guard", after: contested, .by(.desk, meeting),
            .owner(
                "INSERT INTO agenda_item (meeting_id, item_no, case_file_id, tabled_by) SELECT \(last), 1, \(confirmation), 'x'"
            ),
            .by(.desk, "UPDATE meeting SET frozen_at = now() WHERE meeting_id = \(last)")),
        Attempt(
            "decision_lapse_guard", after: contested,
            .by(
                .desk,
                """
                INSERT INTO decision (case_file_id, outcome, decided_on)
                VALUES (\(confirmation), 'no-regulation', authority_date('kr-ict'))
                """)),
    ]

    private static let reply = """
        INSERT INTO opinion (consultation_id, case_file_id, opinion)
        SELECT max(consultation_id), \(confirmation), 'agree' FROM consultation
        """
}
