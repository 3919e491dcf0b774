/// Consultations, opinions and supplements out of order.
enum ConsultationGuards {
    private static let ask =
        "INSERT INTO consultation (case_file_id, ministry_id) SELECT %, organisation_id FROM organisation WHERE name = "
    private static func asking(_ id: Int, _ name: String) -> String {
        ask.replacing("%", with: String(id)) + "'\(name)'"
    }
    private static let recall = "UPDATE consultation SET recall_reason = 'x'"
    private static func omit(_ ministry: String, of id: Int) -> String {
        "INSERT INTO consultation_omission (case_file_id, ministry_id, reason) SELECT \(id), organisation_id, 'x' FROM organisation WHERE name = '\(ministry)'"
    }
    private static func onPaper(_ document: String) -> String {
        "INSERT INTO opinion (consultation_id, case_file_id, opinion, document_no, arrived_on) SELECT consultation_id, case_file_id, 'agree', \(document) FROM consultation WHERE replied_at IS NULL"
    }
    private static func filing(_ day: String, _ content: String) -> String {
        "INSERT INTO received_document (case_file_id, sender_id, document_no, arrived_on, file_name, media_type, content) SELECT 2, organisation_id, '제1호', \(day), 'a', 'b', \(content) FROM organisation WHERE name = '하나부'"
    }
    private static let reply =
        "INSERT INTO opinion (consultation_id, case_file_id, opinion, reason) SELECT consultation_id, case_file_id, 'oppose', 'x' FROM consultation"

    /// 네나부 has nobody here who would read an inbox: it is told by letter.
    private static let byLetter: [Attempt.Step] = [
        .by(.operatorOne, "INSERT INTO organisation (kind, name) VALUES ('ministry', '네나부')"),
        .by(.desk, asking(2, "네나부")),
    ]
    private static let withdrawn = Attempt.Step.by(
        .companyA, "UPDATE case_file SET stage = 'withdrawn', closing_reason = '철회' WHERE case_file_id = 2")
    private static func tell(on day: String) -> Attempt.Step {
        .by(
            .desk,
            """
            UPDATE consultation SET notice = '공문 제1호', notified_on = \(day)
            WHERE ministry_id = (SELECT organisation_id FROM organisation WHERE name = '네나부')
            """)
    }
    private static let today = "authority_date('kr-ict')"

    static let attempts: [Attempt] = [
        Attempt(.desk, asking(4, "하나부"), "consultation_stage_guard"),
        Attempt(.desk, asking(2, "에이"), "consultation_ministry_guard"),
        Attempt(.desk, asking(2, "두나부"), "consultation_open_key"),
        Attempt(
            .desk,
            "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 4",
            "case_file_consultation_guard"
        ),
        Attempt(.desk, "UPDATE consultation SET replied_at = now()", Attempt.permission),
        Attempt(.desk, reply, "opinion_document_required_guard"),
        Attempt(.ministryAsked, asking(2, "세나부"), Attempt.permission),
        Attempt(.ministryAsked, reply + " WHERE ministry_id = acting_organisation_id()", "opinion_once_guard"),
        Attempt(
            .ministryAsked, reply + " WHERE ministry_id <> acting_organisation_id() AND replied_at IS NULL",
            Attempt.permission
        ),
        Attempt(.ministryElsewhere, reply + " WHERE case_file_id = 5", "opinion_once_guard"),
        Attempt(
            .ministryOpen, reply.replacing("'oppose'", with: "'permit-needed'") + " WHERE replied_at IS NULL",
            "opinion_track_guard"
        ),
        Attempt(
            .ministryOpen,
            reply.replacing("'oppose'", with: "'agree-with-conditions'") + " WHERE replied_at IS NULL",
            "opinion_conditions_check"
        ),
        Attempt(
            .ministryOpen, reply.replacing("'x'", with: "NULL") + " WHERE replied_at IS NULL", "opinion_reason_check"),
        Attempt(.ministryAsked, "UPDATE opinion SET opinion = 'agree'", Attempt.permission),
        Attempt(.ministryAsked, "DELETE FROM opinion", Attempt.permission),
        Attempt(
            .ministryAsked, "INSERT INTO supplement (case_file_id, request) VALUES (2, 'x')",
            "supplement_stage_guard"
        ),
        Attempt(.desk, "INSERT INTO supplement (case_file_id, request) VALUES (5, 'x')", "supplement_stage_guard"),
        Attempt(
            .desk,
            "INSERT INTO supplement (case_file_id, request, due_on) SELECT 2, 'x', authority_date('kr-ict') - 1",
            "supplement_date_outside_guard"
        ),
        Attempt(
            .desk, "INSERT INTO supplement (case_file_id, request, due_on) VALUES (2, 'x', '2226-12-31')",
            "supplement_date_outside_guard"
        ),
        Attempt(
            .desk,
            "INSERT INTO supplement (case_file_id, request) VALUES (2, 'y'); INSERT INTO supplement (case_file_id, request) VALUES (2, 'y')",
            "supplement_repeated_guard"
        ),
        Attempt(.companyA, "INSERT INTO supplement (case_file_id, request) VALUES (2, 'x')", Attempt.permission),
        Attempt(.companyA, "UPDATE supplement SET answer = NULL", "supplement_answer_check"),
        Attempt(
            .companyA, "UPDATE supplement SET answer = 'a'; UPDATE supplement SET answer = 'b'",
            "supplement_once_guard"
        ),
        Attempt(.companyA, "UPDATE supplement SET request = 'x'", Attempt.permission),
        Attempt(
            .companyA,
            "UPDATE supplement SET answer = 'a'; INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (2, 'other', 'a', 'b', 'c')",
            "attachment_stage_guard"
        ),
        Attempt(
            "opinion_stage_guard", withdrawn,
            .by(.ministryOpen, reply + " WHERE ministry_id = acting_organisation_id() AND replied_at IS NULL")),
        Attempt(
            "consultation_fast_track_guard", .by(.companyB, World.fileConfirmation),
            .by(
                .desk,
                """
                UPDATE case_file SET stage = 'received' WHERE track = 'rapid-confirmation';
                UPDATE case_file SET stage = 'consulting' WHERE track = 'rapid-confirmation';
                INSERT INTO consultation (case_file_id, ministry_id, fast_track)
                SELECT c.case_file_id, o.organisation_id, true FROM case_file AS c, organisation AS o
                WHERE c.track = 'rapid-confirmation' AND o.name = '하나부'
                """)),
        Attempt("consultation_notice_guard", after: byLetter, withdrawn, tell(on: today)),
        Attempt("consultation_notified_on_guard", after: byLetter, tell(on: today + " + 1")),
        Attempt("consultation_notified_on_guard", after: byLetter, tell(on: today + " - 1")),
        Attempt("consultation_notified_guard", after: byLetter, tell(on: today), tell(on: today)),
        Attempt(
            .ministryOpen,
            """
            INSERT INTO opinion (consultation_id, case_file_id, opinion, conditions)
            SELECT consultation_id, case_file_id, 'agree-with-conditions', '{{a},{NULL}}' FROM consultation
            WHERE ministry_id = acting_organisation_id() AND replied_at IS NULL
            """, "prose_list_form_check"),
        Attempt(.desk, recall + " WHERE case_file_id = 6", "consultation_recall_guard"),
        Attempt(.ministryOpen, recall, Attempt.permission),
        Attempt(
            .desk, "UPDATE case_file SET stage = 'received' WHERE case_file_id = 6", "case_file_consultation_guard"),
        Attempt(
            .desk,
            "INSERT INTO consultation (case_file_id, ministry_id, fast_track) SELECT 2, organisation_id, true FROM organisation WHERE name = '세나부'",
            "consultation_fast_track_unfounded_guard"),
        Attempt(.desk, omit("하나부", of: 2), "consultation_omission_ministry_asked_guard"),
        Attempt(.desk, omit("하나부", of: 4), "consultation_omission_stage_guard"),
        Attempt(.desk, omit("하나부", of: 6) + "; " + omit("하나부", of: 6), "consultation_omission_pkey"),
        Attempt(.desk, onPaper("NULL, NULL"), "opinion_document_required_guard"),
        Attempt(.desk, onPaper("'제1호', authority_date('kr-ict') + 1"), "opinion_date_outside_guard"),
        Attempt(.desk, onPaper("'제1호', authority_date('kr-ict')"), nil),
        Attempt(.desk, filing("authority_date('kr-ict') + 1", "'x'"), "received_document_date_outside_guard"),
        Attempt(.desk, filing("authority_date('kr-ict')", "''"), "received_document_size_check"),
        Attempt(.desk, filing("authority_date('kr-ict')", "'x'"), nil),
        Attempt(.companyA, "UPDATE supplement SET ended_as = 'recalled', ended_reason = 'x'", Attempt.permission),
        Attempt(
            .desk, "UPDATE supplement SET ended_as = 'unanswered', ended_reason = 'x'", "supplement_unanswered_guard"),
        Attempt(.desk, "UPDATE supplement SET ended_as = 'recalled'", "supplement_ended_reason_check"),
        Attempt(.desk, "UPDATE supplement SET answer = 'x'", "supplement_document_required_guard"),
        Attempt(
            "supplement_recall_guard",
            .by(.ministryOpen, "INSERT INTO supplement (case_file_id, request) VALUES (2, 'y')"),
            .by(.desk, "UPDATE supplement SET ended_as = 'recalled', ended_reason = 'x' WHERE request = 'y'")),
    ]
}
