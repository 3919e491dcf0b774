internal import Postgres
public import SandboxDomain

extension CaseDetail {
    /// The place a case had on an agenda.
    public struct AgendaEntry: Sendable {
        /// The meeting.
        public let meeting: MeetingReference
        /// The number of the item.
        public let item: Int
        /// The day of the meeting.
        public let heldOn: CivilDate
        /// What became of it; nil while it is open.
        public let result: AgendaResult?
        /// Why it was deferred.
        public let reason: String?
        /// The conditions that are proposed, while it is open, as far as the acting person may see them.
        public let proposed: [Condition]

        static func of(_ id: CaseFileID) -> Statement<[AgendaEntry]> {
            .all(
                """
                SELECT s.committee, s.meeting_no, i.item_no, s.held_on, i.closed_as, i.closing_reason,
                    coalesce(n.numbers, '{}'), coalesce(n.phases, '{}'), coalesce(n.texts, '{}')
                FROM agenda_item AS i JOIN meeting AS s USING (meeting_id)
                LEFT JOIN LATERAL (SELECT array_agg(n.condition_no::integer ORDER BY n.condition_no) AS numbers,
                        array_agg(coalesce(n.phase, '')::text ORDER BY n.condition_no) AS phases,
                        array_agg(n.text::text ORDER BY n.condition_no) AS texts
                    FROM proposed_condition AS n
                    WHERE n.agenda_item_id = i.agenda_item_id AND i.closed_at IS NULL) AS n ON true
                WHERE i.case_file_id = \(id) ORDER BY i.agenda_item_id
                """
            ) {
                (
                    committee: String, number: Int, item: Int, heldOn: CivilDate, result: AgendaResult?,
                    reason: String?,
                    numbers: [Int], phases: [String], texts: [String]
                ) in
                AgendaEntry(
                    meeting: MeetingReference(committee: committee, number: number), item: item, heldOn: heldOn,
                    result: result, reason: reason,
                    proposed: numbers.indices.map {
                        Condition(number: numbers[$0], phase: ConditionPhase(rawValue: phases[$0]), text: texts[$0])
                    })
            }
        }
    }

    /// A mediation of a conflict over the case.
    public struct Mediation: Sendable {
        /// Who mediates.
        public let council: String
        /// Since when.
        public let begunOn: CivilDate
        /// Until when; nil while it lasts.
        public let endedOn: CivilDate?
        /// What came of it.
        public let outcome: String?

        static func of(_ id: CaseFileID) -> Statement<[Mediation]> {
            .all(
                """
                SELECT council, begun_on, ended_on, outcome FROM mediation WHERE case_file_id = \(id) ORDER BY mediation_no
                """, Mediation.init)
        }
    }

    /// An earlier grant that the case follows, or that its decision departs from.
    public struct Followed: Sendable {
        /// The earlier case; nil for those who may not see it.
        public let precedent: String?
        /// What makes the two alike, or why the decision is another one.
        public let reason: String

        static func precedent(of id: CaseFileID) -> Statement<Followed?> {
            .first(
                """
                SELECT p.reference, f.reason FROM fast_track AS f LEFT JOIN case_file AS p ON p.case_file_id = f.precedent_id
                WHERE f.case_file_id = \(id)
                """, Followed.init)
        }

        static func departures(of id: CaseFileID) -> Statement<[Followed]> {
            .all(
                """
                SELECT p.reference, d.reason FROM precedent_departure AS d JOIN latest_decision AS l USING (decision_id)
                LEFT JOIN case_file AS p ON p.case_file_id = d.precedent_id WHERE d.case_file_id = \(id) ORDER BY p.reference
                """, Followed.init)
        }
    }

    /// The request to have a rejection deliberated again.
    public struct Redeliberation: Sendable {
        /// On which ground.
        public let ground: RedeliberationGround
        /// The new evidence, or what has changed.
        public let statement: String
        /// Whether the company asks to speak before the committee.
        public let wantsHearing: Bool
        /// The day it was asked for.
        public let askedOn: CivilDate

        static func of(_ id: CaseFileID) -> Statement<Redeliberation?> {
            .first(
                """
                SELECT r.ground, r.statement, r.wants_hearing, authority_date(c.regime, r.asked_at)
                FROM redeliberation AS r JOIN case_file AS c USING (case_file_id) WHERE r.case_file_id = \(id)
                """, Redeliberation.init)
        }
    }
}
