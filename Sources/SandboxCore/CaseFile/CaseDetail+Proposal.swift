internal import Postgres
public import SandboxDomain

extension CaseDetail {
    /// The case file itself.
    public struct Head: Sendable {
        let id: CaseFileID
        let number: String?
        /// The regime whose rules apply.
        public let regime: RegimeCode
        /// The track.
        public let track: TrackCode
        /// The stage.
        public let stage: Stage
        /// The day the case came to its stage.
        public let stageSince: CivilDate?
        /// The company.
        public let company: String
        /// The service.
        public let service: String
        /// `technology`, `service` or `both`.
        public let serviceType: String?
        /// What the service does.
        public let summary: String?
        /// Why the company applies, from the form's boxes.
        public let reasons: [String]
        /// First day of the trial.
        public let periodFrom: CivilDate?
        /// Last day of the trial.
        public let periodTo: CivilDate?
        /// Length of the trial in months.
        public let periodMonths: Int?
        /// Why the case was returned or withdrawn.
        public let closingReason: String?
        /// `filed` or `import`.
        public let origin: String
        /// When it was filed, in ISO form with offset.
        public let filedAt: String?
        /// When it was received, in ISO form with offset.
        public let receivedAt: String?
        /// Counts up with every change; an edit names the version it was made from.
        public let version: Int

        /// The reference.
        public var reference: CaseReference { CaseReference(number: number, id) }

        static func of(_ reference: CaseReference) -> Statement<Head?> {
            .first(
                """
                SELECT c.case_file_id, c.reference, c.regime, c.track, c.stage, authority_date(c.regime, c.stage_since),
                    o.name, c.service_name, c.service_type, c.summary, c.reasons, c.period_from, c.period_to,
                    c.period_months, c.closing_reason, c.origin, authority_time(c.filed_at, c.regime),
                    authority_time(c.received_at, c.regime), c.version
                FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
                WHERE \(reference.condition)
                """, Head.init)
        }
    }

    /// One thing somebody has to do now.
    public struct OpenTask: Sendable {
        /// Which party.
        public let waitingOn: WaitingOn
        /// The organisation; nil for the desk.
        public let organisation: String?
        /// What is to be done.
        public let task: InboxTask
        /// Since when.
        public let since: CivilDate
        /// The ministries that the proposal names and nobody asked; nil, where there are none or the reader is not told.
        public let about: String?

        static func of(_ id: CaseFileID) -> Statement<[OpenTask]> {
            .all(
                """
                SELECT t.waiting_on, o.name, t.task, authority_date(c.regime, t.since),
                    CASE WHEN t.task = 'consult-named' THEN told_unasked_ministries(t.case_file_id) END
                FROM open_task_today AS t JOIN case_file AS c USING (case_file_id)
                LEFT JOIN organisation AS o ON o.organisation_id = t.organisation_id
                WHERE t.case_file_id = \(id) AND NOT t.beside ORDER BY t.since, o.name
                """, OpenTask.init)
        }
    }

    /// A provision that is an obstacle.
    public struct Exemption: Sendable {
        /// Its number within the proposal.
        public let number: Int
        /// The law.
        public let law: String
        /// The article.
        public let article: String?
        /// The ministry in charge, as the company sees it.
        public let ministry: String?
        /// What the law says today.
        public let obstacle: String?
        /// The exemption needed.
        public let exemption: String?
        /// How it is to be applied.
        public let application: String?
        /// What is asked, in a rapid confirmation.
        public let question: String?

        static func of(_ id: CaseFileID) -> Statement<[Exemption]> {
            .all(
                """
                SELECT item_no, law, article, ministry, obstacle, exemption, application, question
                FROM exemption_item WHERE case_file_id = \(id) ORDER BY item_no
                """, Exemption.init)
        }
    }

    /// A filled section of the form.
    public struct Section: Sendable {
        /// Its code.
        public let code: String
        /// Its name on the Korean form.
        public let korean: String
        /// Its name in English.
        public let english: String
        /// What the company wrote.
        public let body: String

        static func of(_ id: CaseFileID) -> Statement<[Section]> {
            .all(
                """
                SELECT p.section, f.name_ko, f.name_en, p.body
                FROM proposal_section AS p JOIN case_file AS c USING (case_file_id)
                JOIN form_section AS f ON (f.regime, f.track, f.section) = (c.regime, c.track, p.section)
                WHERE p.case_file_id = \(id) ORDER BY f.position
                """, Section.init)
        }
    }

    /// A member of a consortium.
    public struct Participant: Sendable {
        /// The organisation.
        public let organisation: String
        /// The person responsible there.
        public let responsible: String?
        /// Its part in the trial.
        public let part: String?

        static func of(_ id: CaseFileID) -> Statement<[Participant]> {
            .all(
                "SELECT organisation, responsible, part FROM participant WHERE case_file_id = \(id) ORDER BY item_no",
                Participant.init)
        }
    }

    /// Something that could go wrong.
    public struct Risk: Sendable {
        /// Money, body, life and safety, personal data …
        public let category: String
        /// What could happen.
        public let scenario: String
        /// What is done about it.
        public let response: String

        static func of(_ id: CaseFileID) -> Statement<[Risk]> {
            .all(
                "SELECT category, scenario, response FROM risk_scenario WHERE case_file_id = \(id) ORDER BY item_no",
                Risk.init)
        }
    }

    /// Somebody whose interests are touched.
    public struct Stakeholder: Sendable {
        /// The conflict.
        public let conflict: String
        /// Its effect.
        public let impact: String?
        /// How it is mitigated.
        public let mitigation: String?
        /// How it is to be discussed.
        public let consultation: String?

        static func of(_ id: CaseFileID) -> Statement<[Stakeholder]> {
            .all(
                """
                SELECT conflict, impact, mitigation, consultation
                FROM stakeholder_conflict WHERE case_file_id = \(id) ORDER BY item_no
                """, Stakeholder.init)
        }
    }

    /// Whom to contact.
    public struct Contact: Sendable {
        /// The person in charge.
        public let name: String?
        /// Telephone.
        public let phone: String?
        /// E-mail.
        public let email: String?
        /// Address.
        public let address: String?
        /// The company's representative.
        public let representative: String?

        /// The database keeps contact data from analysts: it is not even asked for by who may not see it.
        static let mayBeSeen: SQL = "has_table_privilege('case_contact', 'SELECT')"

        static func of(_ id: CaseFileID) -> Statement<Contact?> {
            .first(
                "SELECT name, phone, email, address, representative FROM case_contact WHERE case_file_id = \(id)",
                Contact.init)
        }
    }
}
