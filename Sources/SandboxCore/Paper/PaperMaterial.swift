public import SandboxDomain

/// Everything an official paper is made of: the words of the regime, the number, who issues it, and the facts of the register.
public struct PaperMaterial: Sendable {
    /// Its words.
    public let template: RegimeDocument.PaperTemplate
    /// What several papers say alike: Korean and English.
    public let parts: [RegimeDocument.PaperPart]
    /// Over whose name it goes out.
    public let issuer: RegimeDocument.Issuer
    /// The law that the regime is based on.
    public let law: String
    /// The office that issues it; nil: it has not said what it is called.
    public let office: IssuingOffice?
    /// Who is in charge.
    public let official: PaperOfficial
    /// The number it gets.
    public let number: PaperNumber
    /// The language it is in: `ko` or `en`.
    public let language: String
    /// Why it is issued anew; nil for the first edition.
    public let reason: String?
    /// Earlier editions, in their order.
    public let editions: [Edition]
    /// To whom it goes; nil: it stays in the house.
    public let addressee: String?
    /// What it is about within its subject: a round, a supplement, an act.
    public let about: Int?
    /// What somebody says that the register does not know; of an item of an agenda under its case.
    public let stated: [String?: [PaperField: String]]
    /// What the regime says of the grants of its track.
    public let terms: RegimeDocument.Grant?
    /// The case or the meeting.
    public let subject: Subject

    /// What a paper is about.
    public enum Subject: Sendable {
        /// A case.
        case caseFile(CaseMaterial)
        /// A meeting with its cases.
        case meeting(MeetingDetail, [ItemMaterial])
    }

    /// A case as papers tell it.
    public struct CaseMaterial: Sendable {
        /// The case in full.
        public let view: CaseDetail
        /// What its track is called in Korean.
        public let trackKorean: String
        /// What its track is called in English.
        public let trackEnglish: String
        /// The company's registration number.
        public let registrationNumber: String?
        /// The papers that came with it.
        public let papers: [CasePaper]
        /// Its conditions as they are now.
        public let conditions: [StandingCondition]
        /// What was granted.
        public let grant: GrantMaterial?
        /// The end in any case of each ministry's period, by ministry, and how certain it is.
        public let longest: [String: (day: CivilDate, doubt: CalendarDoubt?)]
        /// Which decision it is: 2 after a re-deliberation.
        public let decisionNumber: Int?
    }

    /// A grant as papers tell it.
    public struct GrantMaterial: Sendable {
        /// The grant in full.
        public let view: GrantDetail
        /// The first day of the validity; nil while it has not begun.
        public let validFrom: CivilDate?
        /// The last day of the validity as it is now; nil while it has not begun.
        public let validUntil: CivilDate?
        /// The last day as it was before any extension.
        public let promisedUntil: CivilDate?
        /// How many months it lasts from the commencement, while that has not come.
        public let months: Int
        /// The number in the series of the year, and the year.
        public let year: Int, serial: Int
    }

    /// An item of an agenda.
    public struct ItemMaterial: Sendable {
        /// Its place.
        public let item: MeetingDetail.Item
        /// The case.
        public let caseFile: CaseMaterial
        /// The conditions proposed.
        public let proposed: [ProposedCondition]
        /// Earlier grants like it.
        public let precedents: [Precedent]
    }

    /// An earlier edition of the same paper.
    public struct Edition: Sendable {
        /// Its number.
        public let edition: Int
        /// The day.
        public let issuedOn: CivilDate
        /// Why it was issued anew; nil for the first.
        public let reason: String?
    }
}

/// The number of a paper, which the server gives.
public struct PaperNumber: Sendable {
    /// The year of its series.
    public let year: Int
    /// Its place in it.
    public let serial: Int
    /// 1, and one more each time the same paper is issued anew.
    public let edition: Int
    /// As it is printed.
    public let text: String
    /// The day of the issue.
    public let issuedOn: CivilDate
    /// Random; by it the paper is looked up (문서확인번호).
    public let verification: String
}

/// What an office prints under its papers (행정업무규정 시행규칙 제4조 제6항 제4호).
public struct IssuingOffice: Sendable, Hashable {
    /// The division in charge (처리과).
    public var division: String
    /// Postcode.
    public var postcode: String?
    /// Street address.
    public var address: String?
    /// Web page.
    public var homepage: String?
    /// Telephone.
    public var phone: String?
    /// Fax.
    public var fax: String?
    /// E-mail.
    public var email: String?
    /// Whose signature decides (결재권자): `과장 박지훈`.
    public var approver: String?

    /// An office of that division.
    public static func of(division: String) -> IssuingOffice {
        IssuingOffice(
            division: division, postcode: nil, address: nil, homepage: nil, phone: nil, fax: nil, email: nil,
            approver: nil)
    }

    init(
        division: String, postcode: String?, address: String?, homepage: String?, phone: String?, fax: String?,
        email: String?, approver: String?
    ) {
        (self.division, self.postcode, self.address, self.homepage) = (division, postcode, address, homepage)
        (self.phone, self.fax, self.email, self.approver) = (phone, fax, email, approver)
    }
}

/// 담당자: who is in charge of a paper and how to reach that person (행정절차법 제24조 제3항).
public struct PaperOfficial: Sendable, Hashable {
    /// The login.
    public let login: String
    /// The name.
    public let name: String
    /// 직위: what the person is.
    public let title: String
    /// Telephone.
    public let phone: String
    /// Fax.
    public let fax: String?
    /// E-mail.
    public let email: String?
}
