extension Proposal {
    /// An obstructing provision, what is needed instead and how it is to be applied (규제 특례 필요사항 및 적용 방법): the
    /// heart of a proposal.
    public struct Exemption: Hashable, Sendable {
        /// The law, decree or rule.
        public var law: String
        /// The article, e.g. `제28조의2`.
        public var article: String?
        /// The ministry in charge, as the company sees it.
        public var ministry: String?
        /// What today's law says, and why the service does not fit.
        public var obstacle: String?
        /// The exemption needed.
        public var exemption: String?
        /// How it is to be applied.
        public var application: String?
        /// What is asked of the ministry, in a rapid confirmation.
        public var question: String?

        /// An exemption from a provision of `law`.
        public init(
            law: String, article: String? = nil, ministry: String? = nil, obstacle: String? = nil,
            exemption: String? = nil, application: String? = nil, question: String? = nil
        ) {
            self.law = law
            self.article = article
            self.ministry = ministry
            self.obstacle = obstacle
            self.exemption = exemption
            self.application = application
            self.question = question
        }
    }

    /// A further member of a consortium.
    public struct Participant: Hashable, Sendable {
        /// The organisation.
        public var organisation: String
        /// The person responsible there.
        public var responsible: String?
        /// Its part in the trial.
        public var part: String?

        /// A participant.
        public init(organisation: String, responsible: String? = nil, part: String? = nil) {
            self.organisation = organisation
            self.responsible = responsible
            self.part = part
        }
    }

    /// Something that could go wrong.
    public struct Risk: Hashable, Sendable {
        /// Money, body, life and safety, personal data …
        public var category: String
        /// What could happen.
        public var scenario: String
        /// What is done about it.
        public var response: String

        /// A risk.
        public init(category: String, scenario: String, response: String) {
            self.category = category
            self.scenario = scenario
            self.response = response
        }
    }

    /// Somebody whose interests are touched.
    public struct Stakeholder: Hashable, Sendable {
        /// The conflict.
        public var conflict: String
        /// Its effect.
        public var impact: String?
        /// How it is softened.
        public var mitigation: String?
        /// How it is to be talked over.
        public var consultation: String?

        /// A conflict with somebody.
        public init(
            conflict: String, impact: String? = nil, mitigation: String? = nil, consultation: String? = nil
        ) {
            self.conflict = conflict
            self.impact = impact
            self.mitigation = mitigation
            self.consultation = consultation
        }
    }
}
