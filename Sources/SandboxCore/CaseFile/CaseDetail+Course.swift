internal import Postgres
public import SandboxDomain

extension CaseDetail {
    /// A request for a supplement.
    public struct Supplement: Sendable {
        /// Its number within the case.
        public let number: Int
        /// Who asked.
        public let askedBy: String
        /// What for.
        public let request: String
        /// When, in ISO form with offset.
        public let askedAt: String
        /// The day set for the answer.
        public let dueOn: CivilDate?
        /// The answer.
        public let answer: String?
        /// When it was answered, or ended without an answer.
        public let answeredAt: String?
        /// How it ended without an answer; nil: it did not.
        public let ending: SupplementEnding?
        /// Why.
        public let endingReason: String?
        /// The number of the official document the answer came as; nil: the company answered here.
        public let document: String?
        /// The day on which that document arrived.
        public let arrivedOn: CivilDate?

        static func of(_ id: CaseFileID) -> Statement<[Supplement]> {
            .all(
                """
                SELECT s.supplement_no, o.name, s.request, authority_time(s.asked_at, c.regime), s.due_on, s.answer,
                    authority_time(s.answered_at, c.regime), s.ended_as, s.ended_reason, s.document_no, s.arrived_on
                FROM supplement AS s JOIN case_file AS c USING (case_file_id)
                JOIN organisation AS o ON o.organisation_id = s.asked_by_id
                WHERE s.case_file_id = \(id) ORDER BY s.supplement_no
                """, Supplement.init)
        }
    }

    /// The decision.
    public struct Decision: Sendable {
        /// What was decided.
        public let outcome: DecisionOutcome
        /// The day; nil: of a case of the past, whose source does not say it.
        public let decidedOn: CivilDate?
        /// The meeting, as it is called.
        public let meeting: String?
        /// Why.
        public let reason: String?
        /// What a grant is bound to.
        public let conditions: [Condition]

        /// The decision without its conditions.
        static func of(_ id: CaseFileID) -> Statement<Decision?> {
            .first("SELECT outcome, decided_on, meeting_label, reason FROM latest_decision WHERE case_file_id = \(id)")
            {
                (outcome: DecisionOutcome, day: CivilDate?, label: String?, reason: String?) in
                Decision(outcome: outcome, decidedOn: day, meeting: label, reason: reason, conditions: [])
            }
        }

        /// The decision with its conditions.
        static func whole(_ session: Session, _ id: CaseFileID) throws -> Decision? {
            let (decision, conditions) = (session.ask(of(id)), session.ask(Condition.of(id)))
            return try decision.get()?.with(try conditions.get())
        }

        func with(_ conditions: [Condition]) -> Decision {
            Decision(outcome: outcome, decidedOn: decidedOn, meeting: meeting, reason: reason, conditions: conditions)
        }
    }

    /// A condition of a grant.
    public struct Condition: Sendable {
        /// Its number within the decision.
        public let number: Int
        /// When it is to be fulfilled.
        public let phase: ConditionPhase?
        /// Its words.
        public let text: String

        static func of(_ id: CaseFileID) -> Statement<[Condition]> {
            .all(
                """
                SELECT condition_no, phase, text FROM condition AS k JOIN latest_decision AS d USING (decision_id)
                WHERE d.case_file_id = \(id) ORDER BY condition_no
                """, Condition.init)
        }
    }

    /// A reform task the case waits for.
    public struct Task: Sendable {
        /// Where it is listed: roadmap and number, e.g. `ai-2020/P05`.
        public let entries: [String]
        /// What is to be done.
        public let title: String
        /// How far it is.
        public let status: ReformStatus

        static func of(_ id: CaseFileID) -> Statement<[Task]> {
            .all(
                """
                SELECT (SELECT coalesce(array_agg(r.roadmap || '/' || e.task_no ORDER BY r.roadmap), '{}')
                    FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
                    WHERE e.reform_task_id = t.reform_task_id), t.title, t.status
                FROM case_task AS l JOIN reform_task AS t USING (reform_task_id)
                WHERE l.case_file_id = \(id) ORDER BY t.reform_task_id
                """, Task.init)
        }
    }

    /// Where an imported case was found.
    public struct Origin: Sendable {
        /// The filing date as the source gives it.
        public let filedOn: String?
        /// The ministries concerned, as the source gives them.
        public let ministries: [String]
        /// What it says of the grant.
        public let grant: PastGrant
        /// Remarks of the source.
        public let note: String?
        /// The fields that are an inference.
        public let inferredFields: [String]
        /// The source.
        public let source: String?

        static func of(_ id: CaseFileID) -> Statement<Origin?> {
            .first(
                """
                SELECT filed_on, ministries, designation_no, valid_from, valid_until, state, note, inferred_fields, source
                FROM imported_case WHERE case_file_id = \(id)
                """
            ) {
                (
                    filed: String?, ministries: [String], number: String?, from: CivilDate?, until: CivilDate?,
                    state: String?, note: String?, inferred: [String], source: String?
                ) in
                Origin(
                    filedOn: filed, ministries: ministries,
                    grant: PastGrant(number: number, validFrom: from, validUntil: until, state: state), note: note,
                    inferredFields: inferred, source: source)
            }
        }
    }
}
