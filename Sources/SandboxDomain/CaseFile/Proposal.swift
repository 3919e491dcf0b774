/// What a company proposes: which service, which law is in the way, what is needed instead and how it is to be applied
/// (규제 특례 제안).
///
/// The parts are those of the statutory forms (Rule, forms 9, 11 and 13 with their annexes). A draft may leave out nearly
/// all of them; what filing needs is ``Filing``'s business. Texts are checked and trimmed; an empty text is nil.
public struct Proposal: Hashable, Sendable {
    /// The regime whose rules apply; nil for the only one that has the track.
    public var regime: RegimeCode?
    /// The way through the sandbox.
    public var track: TrackCode
    /// What is to be tried.
    public var service: Service
    /// Why the company applies: the boxes ticked on the form, as codes or in words.
    public var reasons: [String] = []
    /// When it is to be tried.
    public var period = Period()
    /// Whom to reach.
    public var contact = Contact()
    /// One item per provision that is in the way.
    public var exemptions: [Exemption] = []
    /// Further members of a consortium.
    public var participants: [Participant] = []
    /// The filled sections of the form, in the order they were written.
    public var sections: [Section] = []
    /// What could go wrong.
    public var risks: [Risk] = []
    /// Whose interests are touched.
    public var stakeholders: [Stakeholder] = []

    /// A proposal with nothing but its track and service.
    public init(track: TrackCode, service: Service) {
        self.track = track
        self.service = service
    }

    /// What is to be tried.
    public struct Service: Hashable, Sendable {
        /// What it is called.
        public var name: String
        /// Whether it is a technology, a service or both.
        public var type: ServiceType?
        /// What it does.
        public var summary: String?

        /// A service.
        public init(name: String, type: ServiceType? = nil, summary: String? = nil) {
            self.name = name
            self.type = type
            self.summary = summary
        }
    }

    /// When it is to be tried: two dates, or a length.
    public struct Period: Hashable, Sendable {
        /// The first day.
        public var from: CivilDate?
        /// The last day, itself included.
        public var to: CivilDate?
        /// The length in months, 1…120.
        public var months: Int?

        /// A period, as far as it is known.
        public init(from: CivilDate? = nil, to: CivilDate? = nil, months: Int? = nil) {
            self.from = from
            self.to = to
            self.months = months
        }
    }

    /// Whom to reach. Analysts do not see it.
    public struct Contact: Hashable, Sendable {
        /// The person in charge.
        public var name: String?
        /// Telephone.
        public var phone: String?
        /// E-mail.
        public var email: String?
        /// Address.
        public var address: String?
        /// The company's representative.
        public var representative: String?

        /// A contact, as far as it is known.
        public init(
            name: String? = nil, phone: String? = nil, email: String? = nil, address: String? = nil,
            representative: String? = nil
        ) {
            self.name = name
            self.phone = phone
            self.email = email
            self.address = address
            self.representative = representative
        }

        /// Whether nothing is known.
        public var isEmpty: Bool { self == Contact() }
    }

    /// A filled section of the form.
    public struct Section: Hashable, Sendable {
        /// Its code in reference data, e.g. `personal_data_plan`.
        public var code: String
        /// What the company wrote.
        public var body: String

        /// A section.
        public init(_ code: String, _ body: String) {
            self.code = code
            self.body = body
        }
    }
}

/// Whether a technology, a service or both are to be tried (the form's box 유형).
public enum ServiceType: String, StableCode {
    /// 기술.
    case technology
    /// 서비스.
    case service
    /// 기술과 서비스.
    case both
}
