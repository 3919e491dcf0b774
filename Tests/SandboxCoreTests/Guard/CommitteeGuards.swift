/// Meetings, agendas, votes, decisions and mediation out of order.
enum CommitteeGuards {
    private static let schedule =
        "INSERT INTO meeting (committee, form, held_on, closes_on) SELECT '%', 'in-person', authority_date('kr-ict'), authority_date('kr-ict'); "
    private static let compose = """
        INSERT INTO meeting_member (meeting_id, member_no, name, capacity)
        SELECT max(s.meeting_id), m.no, m.name, m.capacity
        FROM meeting AS s, (VALUES (1, '위원장', 'chair'), (2, '위원 1', 'private'), (3, '위원 2', 'private'))
            AS m (no, name, capacity) GROUP BY m.no, m.name, m.capacity;
        """
    private static let last = "(SELECT max(meeting_id) FROM meeting)"
    private static let receive = "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; "
    private static let table = "INSERT INTO agenda_item (meeting_id, case_file_id) SELECT \(last), 4; "
    private static let freeze = "UPDATE meeting SET frozen_at = now() WHERE meeting_id = \(last); "
    private static func vote(_ member: Int, _ vote: String = "in-favour", meeting: String = last) -> String {
        "INSERT INTO agenda_vote (agenda_item_id, meeting_id, member_no, vote) "
            + "SELECT max(agenda_item_id), \(meeting), \(member), '\(vote)' FROM agenda_item; "
    }
    private static let recuse =
        "INSERT INTO recusal (agenda_item_id, meeting_id, member_no, kind, ground) SELECT max(agenda_item_id), \(last), 1, 'barred', 'employed' FROM agenda_item; "
    private static let reject =
        "INSERT INTO decision (case_file_id, outcome, decided_on, reason) VALUES (4, 'rejected', authority_date('kr-ict'), 'x'); "

    private static let main = schedule.replacing("%", with: "main")
    private static let tabled = main + compose + receive + table
    private static let received = main + compose + receive
    private static let cancel = "UPDATE meeting SET cancel_reason = 'x' WHERE meeting_id = \(last); "
    private static let supplement = "INSERT INTO supplement (case_file_id, request) VALUES (4, 'x'); "
    private static let consult =
        "UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 4; INSERT INTO consultation (case_file_id, ministry_id) SELECT 4, organisation_id FROM organisation WHERE name = '하나부'; "
    private static let frozen = tabled + freeze
    /// What 비이 proposes names a ministry that nobody asked.
    private static let named = "UPDATE exemption_item SET ministry = '하나부' WHERE case_file_id = 4"
    private static let rejected = Attempt.Step.by(
        .desk,
        frozen + vote(1, "against") + vote(2, "against") + reject
            + "UPDATE case_file SET stage = 'decided' WHERE case_file_id = 4; SET CONSTRAINTS ALL IMMEDIATE")
    private static let again =
        "INSERT INTO redeliberation (case_file_id, ground, statement) VALUES (%, 'new-evidence', 'x')"
    private static let askedAgain = Attempt.Step.by(.companyB, again.replacing("%", with: "4"))
    private static let mediate =
        "INSERT INTO mediation (case_file_id, council, begun_on) SELECT 6, 'x', authority_date('kr-ict'); "
    private static let end = "UPDATE mediation SET ended_on = authority_date('kr-ict'), outcome = 'x'; "
    private static let like = "INSERT INTO fast_track (case_file_id, precedent_id, reason) VALUES (%, 5, 'x'); "
    /// The law without the fast-track committee.
    private static let withoutFastTrack = """
        SELECT apply_regime(jsonb_set(jsonb_set(d.it,
            '{committees}', jsonb_path_query_array(d.it, '$.committees[*] ? (@.committee != "fast-track")')),
            '{tracks}', (SELECT jsonb_agg(CASE WHEN t ? 'decided_by' THEN jsonb_set(t, '{decided_by}',
                jsonb_path_query_array(t, '$.decided_by[*] ? (@.committee != "fast-track")')) ELSE t END)
                FROM jsonb_array_elements(d.it -> 'tracks') AS t)), 'x')
        FROM (SELECT regime_document('kr-ict')) AS d (it)
        """

    static let attempts: [Attempt] = [
        Attempt(
            .desk, main + "UPDATE meeting SET closes_on = '2226-12-10', form = 'written' WHERE meeting_id = \(last)",
            "meeting_date_outside_guard"
        ),
        Attempt(
            .desk,
            "INSERT INTO meeting (committee, form, held_on, closes_on) VALUES ('main', 'in-person', '2000-01-03', '2000-01-03')",
            "meeting_date_outside_guard"
        ),
        Attempt(.desk, main + freeze, "meeting_composition_guard"),
        Attempt(.desk, main + compose + freeze, "meeting_agenda_guard"),
        Attempt(
            .desk,
            main + compose
                + "INSERT INTO meeting_member SELECT \(last), n, '부처 ' || n, 'agency' FROM generate_series(4, 5) AS n; "
                + receive + table + freeze, "meeting_composition_guard"
        ),
        Attempt(
            .desk,
            schedule.replacing("%", with: "fast-track")
                + "INSERT INTO meeting_member SELECT \(last), n, '위원 ' || n, CASE n WHEN 1 THEN 'chair' ELSE 'private' END FROM generate_series(1, 7) AS n; "
                + freeze, "meeting_composition_guard"
        ),
        Attempt(.desk, main + table, "agenda_item_stage_guard"),
        Attempt(
            .desk,
            schedule.replacing("%", with: "fast-track") + receive + table,
            "agenda_item_precedent_guard"
        ),
        Attempt(
            .desk,
            schedule.replacing("%", with: "case-by-case") + receive + table,
            "agenda_item_delegation_guard"
        ),
        Attempt(.desk, tabled + main + table, "agenda_item_open_key"),
        Attempt(.desk, tabled + freeze + freeze, "meeting_frozen_guard"),
        Attempt(
            .desk,
            tabled + freeze + "UPDATE meeting SET held_on = held_on - 1, closes_on = closes_on - 1",
            "meeting_begun_guard"
        ),
        Attempt(
            .desk, frozen + "UPDATE meeting SET frozen_at = NULL WHERE meeting_id = \(last)", "meeting_reason_guard"),
        Attempt(
            .desk,
            frozen + vote(1) + "UPDATE meeting SET frozen_at = NULL, change_reason = 'x' WHERE meeting_id = \(last)",
            "meeting_begun_guard"),
        Attempt(.desk, "UPDATE meeting SET cancel_reason = 'x' WHERE meeting_id = 1", "meeting_begun_guard"),
        Attempt(.desk, main + cancel + table, "meeting_cancelled_guard"),
        Attempt(.desk, main + cancel + cancel, "meeting_cancelled_guard"),
        Attempt(
            .desk,
            frozen + vote(1) + "UPDATE agenda_vote SET vote = 'against', correction = NULL WHERE meeting_id = \(last)",
            "agenda_vote_reason_guard"),
        Attempt(
            .desk,
            frozen + vote(1) + "UPDATE agenda_vote SET vote = 'absent', correction = 'x' WHERE meeting_id = \(last)",
            nil),
        Attempt(
            .desk, main + "INSERT INTO agenda_item (meeting_id, case_file_id) SELECT \(last), 2",
            "agenda_item_consultation_guard"),
        Attempt(.desk, received + supplement + table, "agenda_item_supplement_guard"),
        Attempt(.desk, tabled + supplement + freeze, "meeting_supplement_guard"),
        Attempt(
            "agenda_item_ministries_unasked_guard", after: [.by(.desk, received), .owner(named)], .by(.desk, table)),
        Attempt("meeting_ministries_unasked_guard", after: [.by(.desk, tabled), .owner(named)], .by(.desk, freeze)),
        Attempt(
            .desk,
            frozen + vote(1) + "UPDATE agenda_vote SET correction = 'x' WHERE meeting_id = \(last)",
            "agenda_vote_unchanged_guard"),
        Attempt(.desk, tabled + consult + freeze, "meeting_consultation_guard"),
        Attempt(
            .desk, "INSERT INTO correction (case_file_id, subject, text, reason) VALUES (4, 'decision', 'x', 'y')",
            "correction_stage_guard"),
        Attempt(
            .companyB, "INSERT INTO correction (case_file_id, subject, text, reason) VALUES (5, 'decision', 'x', 'y')",
            Attempt.permission),
        Attempt(
            .desk, tabled + freeze + "SELECT remove_rows('agenda_item', i.agenda_item_id) FROM agenda_item AS i",
            "meeting_frozen_guard"),
        Attempt(
            .desk, tabled + freeze + "SELECT remove_rows('meeting_member', m.meeting_id) FROM meeting AS m",
            "meeting_frozen_guard"),
        Attempt(.desk, "DELETE FROM agenda_item", Attempt.permission),
        Attempt(.companyB, "SELECT remove_rows('agenda_item', 1)", Attempt.permission),
        Attempt(.ministryAsked, "SELECT remove_rows('case_task', 1)", Attempt.permission),
        Attempt(
            .desk,
            tabled + freeze + "INSERT INTO meeting_member SELECT \(last), 9, '위원 9', 'private'",
            "meeting_frozen_guard"
        ),
        Attempt(
            .desk,
            main + compose + "INSERT INTO agenda_item (meeting_id, case_file_id) VALUES (1, 6)",
            "meeting_frozen_guard"
        ),
        Attempt(.desk, "UPDATE agenda_paper SET content = ''", Attempt.permission),
        Attempt(
            .desk, "UPDATE agenda_item SET closed_as = 'decided' WHERE case_file_id = 6", "agenda_item_closed_guard"),
        Attempt(
            .desk, "UPDATE agenda_item SET closed_as = 'deferred' WHERE case_file_id = 6", "agenda_item_reason_check"),
        Attempt(
            .desk,
            "UPDATE agenda_item SET closed_as = 'deferred', closing_reason = 'x' WHERE case_file_id = 5",
            "agenda_item_closed_guard"
        ),

        Attempt(.desk, tabled + vote(1), "agenda_vote_frozen_guard"),
        Attempt(
            .desk,
            tabled.replacing("authority_date('kr-ict')", with: "authority_date('kr-ict') + 1") + freeze
                + vote(1), "agenda_vote_day_guard"
        ),
        Attempt(.desk, frozen + vote(9), "agenda_vote_member_fkey"),
        Attempt(.desk, frozen + vote(1, meeting: "1"), "agenda_vote_item_fkey"),
        Attempt(.desk, frozen + vote(1) + vote(1, "against"), "agenda_vote_pkey"),
        Attempt(.desk, frozen + recuse + vote(1), "agenda_vote_recusal_guard"),
        Attempt(.desk, frozen + vote(1) + recuse, "recusal_vote_guard"),
        Attempt(.desk, frozen + recuse + recuse, "recusal_pkey"),
        Attempt(.companyB, "UPDATE agenda_vote SET vote = 'against'", Attempt.permission),
        Attempt(.desk, "DELETE FROM agenda_vote", Attempt.permission),
        Attempt(.desk, "DELETE FROM recusal", Attempt.permission),
        Attempt(
            .desk,
            "INSERT INTO agenda_vote (agenda_item_id, meeting_id, member_no, vote) SELECT agenda_item_id, 1, 1, 'against' FROM agenda_item WHERE case_file_id = 5",
            "agenda_item_closed_guard"
        ),

        Attempt(.desk, receive + reject, "decision_agenda_guard"),
        Attempt(.desk, tabled + reject, "decision_frozen_guard"),
        Attempt(
            .desk,
            tabled.replacing("authority_date('kr-ict')", with: "authority_date('kr-ict') + 1") + freeze + reject,
            "decision_meeting_day_guard"
        ),
        Attempt(.desk, tabled + freeze + reject, "decision_quorum_guard"),
        Attempt(.desk, tabled + freeze + vote(1, "against") + reject, "decision_quorum_guard"),
        // What was voted on under rules is decided under them: a desk that lowers the quorum lowers it for later agendas.
        Attempt(
            "decision_quorum_guard", .by(.desk, tabled + freeze + vote(1, "against")),
            .by(
                .desk,
                "SELECT apply_regime(jsonb_set(regime_document('kr-ict'), '{committees,0,opens_above_percent}', '0'), 'x')"
            ),
            .by(.desk, reject)),
        // An agenda is frozen on the day of the meeting at the latest.
        Attempt(
            .desk,
            tabled.replacing("authority_date('kr-ict')", with: "authority_date('kr-ict') - 1") + freeze,
            "meeting_date_outside_guard"),
        // A recused member is not present, however many are left.
        Attempt(
            .desk,
            tabled + freeze + recuse + vote(2, "against") + reject,
            "decision_quorum_guard"
        ),
        Attempt(.desk, tabled + freeze + vote(1) + vote(2) + reject, "decision_majority_guard"),
        Attempt(
            .desk,
            "INSERT INTO decision (case_file_id, outcome, decided_on, reason) VALUES (6, 'rejected', authority_date('kr-ict'), 'x')",
            "decision_majority_guard"
        ),
        Attempt(
            .desk,
            "INSERT INTO decision (case_file_id, outcome, decided_on, agenda_item_id) VALUES (6, 'granted', authority_date('kr-ict'), 1)",
            Attempt.permission
        ),
        Attempt(.companyB, again.replacing("%", with: "5"), "redeliberation_stage_guard"),
        Attempt(.companyB, again.replacing("%", with: "6"), "redeliberation_stage_guard"),
        Attempt(
            .companyB, "UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 5", "case_file_decision_guard"),
        Attempt(.desk, again.replacing("%", with: "5"), Attempt.permission),
        Attempt(.desk, mediate + mediate, "mediation_open_key"),
        Attempt(.desk, mediate + end + mediate, "mediation_date_guard"),
        Attempt(.desk, mediate + end + end, "mediation_ended_guard"),
        Attempt(.desk, mediate.replacing("6", with: "4"), "mediation_stage_guard"),
        Attempt(
            .desk, mediate.replacing("authority_date('kr-ict')", with: "DATE '2020-01-01'"), "mediation_date_guard"),
        Attempt(.desk, like.replacing("%", with: "4"), "fast_track_stage_guard"),
        Attempt(.desk, like.replacing("%", with: "6") + like.replacing("%", with: "6"), "fast_track_pkey"),
        Attempt(
            .desk, "INSERT INTO fast_track (case_file_id, precedent_id, reason) VALUES (6, 2, 'x')",
            "fast_track_precedent_guard"
        ),
        Attempt("redeliberation_date_guard", rejected, .later(days: 62), askedAgain),
        Attempt("redeliberation_once_guard", rejected, askedAgain, askedAgain),
        Attempt(
            "redeliberation_pkey", rejected, askedAgain,
            .owner("INSERT INTO redeliberation SELECT * FROM redeliberation")),
        Attempt(
            "agenda_item_committee_guard", .by(.companyB, World.fileConfirmation),
            .by(
                .desk,
                main + """
                    UPDATE case_file SET stage = 'received' WHERE track = 'rapid-confirmation';
                    INSERT INTO agenda_item (meeting_id, case_file_id)
                    SELECT \(last), case_file_id FROM case_file WHERE track = 'rapid-confirmation'
                    """)),
        Attempt(
            .desk,
            main + receive + table
                + "UPDATE agenda_item SET closed_as = 'deferred', closing_reason = 'x' WHERE case_file_id = 4; "
                + table,
            "agenda_item_case_file_id_key"),
        Attempt(
            .desk,
            """
            INSERT INTO meeting (committee, form, held_on, closes_on, meeting_no)
            VALUES ('main', 'in-person', authority_date('kr-ict'), authority_date('kr-ict'), 1)
            """, "meeting_no_key"),
        Attempt(
            "meeting_committee_guard", .by(.desk, withoutFastTrack),
            .by(.desk, schedule.replacing("%", with: "fast-track"))),
    ]
}
