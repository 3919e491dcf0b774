public import Postgres
public import SandboxDomain

/// One session with its members, its agenda and how it was voted on, as far as the acting person may see it.
public struct MeetingView: Query {
    let reference: MeetingReference

    /// - Parameter reference: a visible session.
    public init(_ reference: MeetingReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> MeetingDetail {
        let facts = try MeetingStore.get(session, reference)
        let summary = try session.one(
            """
            SELECT s.committee, s.meeting_no, b.name_ko, b.name_en, n.ko, n.en, s.form, s.held_on, s.closes_on, s.frozen_at IS NOT NULL, s.cancel_reason,
                (SELECT count(*) FROM agenda_item AS i WHERE i.meeting_id = s.meeting_id),
                (SELECT count(*) FROM agenda_item AS i
                    WHERE i.meeting_id = s.meeting_id AND i.closed_at IS NULL),
                (SELECT count(*) FROM late_tabling AS l WHERE l.meeting = s.committee || '/' || s.meeting_no)
            FROM meeting AS s JOIN committee AS b USING (committee)
            CROSS JOIN LATERAL meeting_label(s.committee, s.meeting_no) AS n
            WHERE s.meeting_id = \(facts.id)
            """, MeetingSummary.init)
        let frozen = try session.one(
            """
            SELECT authority_time(s.frozen_at, b.regime), encode(s.digest, 'hex'), s.change_reason
            FROM meeting AS s JOIN committee AS b USING (committee) WHERE s.meeting_id = \(facts.id)
            """
        ) { (at: String?, digest: String?, changed: String?) in (at: at, digest: digest, changed: changed) }
        // Only staff see who sits and who voted how; the parties' role has no right to those tables.
        let isStaff = [.desk, .analyst, .auditor].contains(try Principal.current(session).role)
        let conditions =
            try isStaff
            ? session.all(
                """
                SELECT i.item_no, n.condition_no, n.phase, n.text
                FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
                WHERE i.meeting_id = \(facts.id) ORDER BY i.item_no, n.condition_no
                """, MeetingDetail.Condition.init) : []
        return MeetingDetail(
            summary: summary, frozenAt: frozen.at, digest: frozen.digest, changeReason: frozen.changed,
            members: isStaff ? try MeetingStore.members(session, facts.id) : [],
            items: isStaff
                ? try MeetingDetail.Item.list(session, facts.id) : try MeetingDetail.Item.tabled(session, facts.id),
            conditions: conditions, votes: isStaff ? try MeetingDetail.MemberVote.list(session, facts.id) : [])
    }
}

/// A session in full.
public struct MeetingDetail: Sendable {
    /// What a list says of it.
    public let summary: MeetingSummary
    /// When its agenda was frozen, in ISO form with offset.
    public let frozenAt: String?
    /// The digest of what was tabled, in hexadecimal digits.
    public let digest: String?
    /// Why it was moved to another day or its agenda opened again, the last time; nil: neither.
    public let changeReason: String?
    /// Who sits in it; empty for those who may not know.
    public let members: [CommitteeMember]
    /// Its agenda.
    public let items: [Item]
    /// The conditions that are proposed with its items; empty for those who may not know.
    public let conditions: [Condition]
    /// Votes and recusals, item by item; empty for those who may not know.
    public let votes: [MemberVote]

    /// An item of its agenda.
    public struct Item: Sendable {
        /// Its number.
        public let number: Int
        /// The case.
        public let reference: CaseReference
        /// The company.
        public let company: String
        /// The service.
        public let service: String
        /// What became of it; nil while it is open.
        public let result: AgendaResult?
        /// What the case was decided to; nil if it was not, or not here.
        public let outcome: DecisionOutcome?
        /// Why it was deferred.
        public let reason: String?
        /// The count; nil for those who may not know.
        public let tally: Tally?
        /// Whether the case has changed since the agenda was frozen; nil before, of a closed item, and for those who may not
        /// know.
        public let hasChanged: Bool?

        fileprivate static func list(_ session: Session, _ id: MeetingID) throws -> [Item] {
            try session.all(
                """
                SELECT i.item_no, i.case_file_id, c.reference, o.name, c.service_name, i.closed_as, d.outcome,
                    i.closing_reason, t.composed, t.recused, t.present, t.in_favour, t.against, t.abstained, t.is_quorate,
                    t.is_carried, CASE WHEN i.closed_at IS NULL THEN p.content <> agenda_content(i.case_file_id)::text END
                FROM agenda_item AS i
                JOIN case_file AS c USING (case_file_id)
                JOIN organisation AS o ON o.organisation_id = c.company_id
                JOIN agenda_tally AS t USING (agenda_item_id)
                LEFT JOIN agenda_paper AS p USING (agenda_item_id)
                LEFT JOIN decision AS d ON d.agenda_item_id = i.agenda_item_id
                WHERE i.meeting_id = \(id) ORDER BY i.item_no
                """
            ) {
                (
                    number: Int, id: CaseFileID, reference: String?, company: String, service: String,
                    result: AgendaResult?, outcome: DecisionOutcome?, reason: String?, composed: Int, recused: Int,
                    present: Int, inFavour: Int, against: Int, abstained: Int, isQuorate: Bool, isCarried: Bool,
                    hasChanged: Bool?
                ) in
                Item(
                    number: number, reference: CaseReference(number: reference, id), company: company,
                    service: service, result: result, outcome: outcome, reason: reason,
                    tally: Tally(
                        composed: composed, recused: recused, present: present, inFavour: inFavour, against: against,
                        abstained: abstained, isQuorate: isQuorate, isCarried: isCarried),
                    hasChanged: hasChanged)
            }
        }

        /// What the parties of a case see of its item.
        fileprivate static func tabled(_ session: Session, _ id: MeetingID) throws -> [Item] {
            try session.all(
                """
                SELECT i.item_no, i.case_file_id, c.reference, o.name, c.service_name, i.closed_as, d.outcome,
                    i.closing_reason
                FROM agenda_item AS i
                JOIN case_file AS c USING (case_file_id)
                JOIN organisation AS o ON o.organisation_id = c.company_id
                LEFT JOIN decision AS d ON d.agenda_item_id = i.agenda_item_id
                WHERE i.meeting_id = \(id) ORDER BY i.item_no
                """
            ) {
                (
                    number: Int, id: CaseFileID, reference: String?, company: String, service: String,
                    result: AgendaResult?, outcome: DecisionOutcome?, reason: String?
                ) in
                Item(
                    number: number, reference: CaseReference(number: reference, id), company: company,
                    service: service, result: result, outcome: outcome, reason: reason, tally: nil, hasChanged: nil)
            }
        }
    }

    /// A condition that the meeting has before it.
    public struct Condition: Sendable {
        /// The number of the item.
        public let item: Int
        /// Its own number.
        public let number: Int
        /// When it is to be fulfilled.
        public let phase: ConditionPhase?
        /// Its words.
        public let text: String
    }

    /// How a member voted on an item, or why not.
    public struct MemberVote: Sendable {
        /// The number of the item.
        public let item: Int
        /// The member.
        public let member: String
        /// The vote; nil for a member who takes no part.
        public let vote: Vote?
        /// Why it is not what was recorded first; nil: it is.
        public let correction: String?
        /// In which way the member takes no part.
        public let recusal: RecusalKind?
        /// On which ground.
        public let ground: RecusalGround?

        fileprivate static func list(_ session: Session, _ id: MeetingID) throws -> [MemberVote] {
            try session.all(
                """
                SELECT i.item_no, m.name, v.vote, v.correction, r.kind, r.ground
                FROM agenda_item AS i
                JOIN meeting_member AS m USING (meeting_id)
                LEFT JOIN agenda_vote AS v ON v.agenda_item_id = i.agenda_item_id AND v.member_no = m.member_no
                LEFT JOIN recusal AS r ON r.agenda_item_id = i.agenda_item_id AND r.member_no = m.member_no
                WHERE i.meeting_id = \(id) AND (v.vote IS NOT NULL OR r.kind IS NOT NULL)
                ORDER BY i.item_no, m.member_no
                """, MemberVote.init)
        }
    }
}
