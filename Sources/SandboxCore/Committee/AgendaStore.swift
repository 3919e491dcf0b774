internal import Postgres
internal import SandboxDomain

/// An open item of an agenda.
struct OpenItem {
    let id: AgendaItemID
    let meetingID: MeetingID
    let today: CivilDate
    /// What the meeting is called: `제43차 신기술·서비스심의위원회`.
    let label: String
    var facts: AgendaFacts
}

/// Reads the items of agendas.
enum AgendaStore {
    /// The open item of a case, if the case is on an agenda; nobody else closes it until the transaction ends.
    static func find(_ session: Session, _ id: CaseFileID) throws -> OpenItem? {
        // The votes are counted in a separate statement: after waiting for the lock, it sees all of them.
        let found = try session.first(
            """
            SELECT i.agenda_item_id, i.meeting_id, authority_date(b.regime), s.committee, s.meeting_no,
                (meeting_label(s.committee, s.meeting_no)).ko, s.held_on, s.closes_on, s.frozen_at IS NOT NULL
            FROM agenda_item AS i JOIN meeting AS s USING (meeting_id)
            JOIN committee AS b USING (committee)
            WHERE i.case_file_id = \(id) AND i.closed_at IS NULL FOR UPDATE OF i
            """
        ) {
            (
                id: AgendaItemID, meetingID: MeetingID, today: CivilDate, committee: String, number: Int,
                label: String, heldOn: CivilDate, closesOn: CivilDate, isFrozen: Bool
            ) in
            OpenItem(
                id: id, meetingID: meetingID, today: today, label: label,
                facts: AgendaFacts(
                    meeting: MeetingReference(committee: committee, number: number), heldOn: heldOn, closesOn: closesOn,
                    isFrozen: isFrozen))
        }
        guard var item = found else { return nil }
        item.facts.tally = try tally(session, item.id)
        return item
    }

    /// The open item of a case.
    /// - Throws: `Refusal.committee(.notOnAgenda)`; of a case that no committee will have any more, why.
    static func get(_ session: Session, _ id: CaseFileID) throws -> OpenItem {
        if let item = try find(session, id) { return item }
        let stage = try session.one("SELECT stage FROM case_file WHERE case_file_id = \(id)", as: Stage.self)
        try stage.mayBeOnAgenda()
        throw Refusal.committee(.notOnAgenda)
    }

    /// The count of the votes.
    static func tally(_ session: Session, _ id: AgendaItemID) throws -> Tally {
        try session.one(
            """
            SELECT composed, recused, present, in_favour, against, abstained, is_quorate, is_carried
            FROM agenda_tally WHERE agenda_item_id = \(id)
            """, Tally.init)
    }

    /// What these cases still wait for before a committee gets them.
    static func readiness(_ session: Session, of cases: SQL) throws -> Readiness {
        try session.one(
            """
            SELECT
                ARRAY(SELECT o.name::text FROM consultation AS k JOIN organisation AS o ON o.organisation_id = k.ministry_id
                    WHERE k.case_file_id IN (\(cases)) AND k.replied_at IS NULL ORDER BY k.consultation_id),
                ARRAY(SELECT o.name::text FROM lapse AS l JOIN consultation AS k USING (consultation_id)
                    JOIN organisation AS o ON o.organisation_id = k.ministry_id
                    WHERE l.case_file_id IN (\(cases)) AND l.contested_at IS NOT NULL AND l.resolved_at IS NULL
                    ORDER BY l.lapse_id),
                ARRAY(SELECT s.supplement_no::integer FROM supplement AS s
                    WHERE s.case_file_id IN (\(cases)) AND s.answered_at IS NULL ORDER BY s.supplement_id),
                ARRAY(SELECT DISTINCT u.name FROM case_file AS c CROSS JOIN unnest(unasked_ministries(c.case_file_id)) AS u (name)
                    WHERE c.case_file_id IN (\(cases)) ORDER BY u.name)
            """
        ) { (open: [String], contested: [String], supplements: [Int], unasked: [String]) in
            Readiness(
                openMinistries: open, contestedMinistries: contested, openSupplements: supplements,
                unaskedMinistries: unasked)
        }
    }

    /// Who of the meeting takes part in an item.
    static func votingFacts(_ session: Session, _ item: OpenItem) throws -> VotingFacts {
        let seats = try session.all("SELECT name, is_recused, has_voted FROM seats(\(item.id))") {
            (name: String, isRecused: Bool, hasVoted: Bool) in (name: name, isRecused: isRecused, hasVoted: hasVoted)
        }
        return VotingFacts(
            recused: Set(seats.filter(\.isRecused).map(\.name)), voted: Set(seats.filter(\.hasVoted).map(\.name)))
    }

    /// The members of these names, in the meeting of an item.
    /// - Throws: `NotFound` for a name that does not sit there, naming the one that was probably meant.
    static func members(_ session: Session, _ item: OpenItem, _ names: [String]) throws -> [(no: Int, name: String)] {
        let seats = try session.all(
            "SELECT member_no, name FROM meeting_member WHERE meeting_id = \(item.meetingID) ORDER BY member_no"
        ) { (no: Int, name: String) in (no: no, name: name) }
        return try names.map { name in
            guard let seat = seats.first(where: { $0.name == normalised(name) }) else {
                throw NotFound(.committeeMember, name, suggestion: closestWord(to: name, among: seats.map(\.name)))
            }
            return seat
        }
    }
}
