public import Postgres
public import SandboxDomain

/// The desk issues an official paper: a number is taken, the words of the regime are filled in with what the register knows, and
/// the bytes are kept.
public struct IssuePaper: Operation {
    /// What it is about.
    public enum Subject: Sendable {
        /// A case.
        case caseFile(CaseReference)
        /// A meeting.
        case meeting(MeetingReference)
    }

    /// The ministry it goes to.
    public var ministry: String?
    /// What it is about within its subject: a round, a supplement, an act; nil for the latest.
    public var about: Int?
    /// Why it is issued anew.
    public var reason: String?
    /// Who is in charge; nil for the acting person.
    public var official: String?
    /// What the register does not know; of an item of an agenda under its case.
    public var stated: [String?: [PaperField: String]] = [:]
    let kind: PaperKind
    let subject: Subject
    let language: String
    let compose: @Sendable (PaperMaterial) throws -> ComposedPaper

    /// - Parameters:
    ///   - language: `ko` or `en`.
    ///   - compose: makes the bytes.
    public init(
        _ kind: PaperKind, _ subject: Subject, language: String,
        compose: @escaping @Sendable (PaperMaterial) throws -> ComposedPaper
    ) {
        (self.kind, self.subject, self.language, self.compose) = (kind, subject, language, compose)
    }

    /// - Throws: `Refusal.paper`.
    public func perform(_ session: Session) throws -> IssuedPaper {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let target = try self.target(session)
        guard let document = try RegimeStore.document(session, target.regime) else {
            throw NotFound(.regime, target.regime.code)
        }
        let words = try document.words(kind, target.track, target.variant)
        let login = official ?? principal.roleName
        let official = try PaperRefusal.reachable(try PaperStore.official(session, login), login)
        let number = try self.number(session, target, template: words.number)
        try kind.mayBeIssued(edition: number.edition, reason: reason)
        let material = PaperMaterial(
            template: words.template, parts: document.paperParts, issuer: words.issuer, law: document.basis,
            office: try PaperStore.office(session, target.regime), official: official, number: number,
            language: language, reason: number.edition > 1 ? reason : nil,
            editions: number.edition > 1 ? try editions(session, target.regime, number) : [],
            addressee: target.addressee?.name, about: target.about, stated: stated,
            terms: document.tracks.first { $0.code == target.track }?.grant, subject: target.material)
        let paper = try compose(material)
        let id = try session.one(
            """
            INSERT INTO official_paper (paper, template_no, case_file_id, meeting_id, about_no, addressee_id, language,
                verification, title, reason, official, content)
            VALUES (\(kind), \(Int64(words.number)), \(target.caseFile), \(target.meeting), \(target.about.map(Int64.init)),
                \(target.addressee?.id), \(language), \(number.verification), \(normalised(paper.title)),
                \(material.reason.map(normalised)), \(login), \(paper.bytes))
            RETURNING official_paper_id
            """, as: Int64.self)
        return IssuedPaper(paper: try PaperRow.get(session, id), bytes: paper.bytes)
    }

    private struct Target {
        let regime: RegimeCode
        let track: TrackCode?
        let variant: String?
        let caseFile: CaseFileID?
        let meeting: MeetingID?
        let about: Int?
        let addressee: OrganisationStore.Facts?
        let material: PaperMaterial.Subject
    }

    private func target(_ session: Session) throws -> Target {
        switch subject {
        case .meeting(let reference):
            let facts = try MeetingStore.lock(session, reference)
            let regime = try session.one(
                "SELECT regime FROM committee WHERE committee = \(reference.committee)", as: RegimeCode.self)
            let view = try MeetingView(reference).answer(session)
            try kind.mayTell(heldOn: facts.heldOn, today: facts.today, items: view.items.count)
            return Target(
                regime: regime, track: nil, variant: nil, caseFile: nil, meeting: facts.id, about: nil, addressee: nil,
                material: .meeting(view, try PaperStore.items(session, view)))
        case .caseFile(let reference):
            let facts = try CaseFileStore.lock(session, reference)
            let material = try PaperStore.material(session, reference)
            let asked = try ministry.map { try OrganisationStore.get(session, $0).name }
            guard let point = try kind.point(material.facts, ministry: asked, about: about) else {
                throw BadInput(.missingName(.ministry), field: .ministry)
            }
            let name = point.ministry ?? material.view.head.company
            return Target(
                regime: facts.regime, track: facts.track, variant: point.variant, caseFile: facts.id, meeting: nil,
                about: point.about, addressee: try OrganisationStore.get(session, name), material: .caseFile(material))
        }
    }

    private func number(_ session: Session, _ target: Target, template: Int) throws -> PaperNumber {
        try session.one(
            """
            SELECT n.year, n.series_no, n.edition, n.number, n.issued_on, new_verification()
            FROM number_paper(\(target.regime), \(kind), \(Int64(template))::integer, \(target.caseFile)::bigint,
                \(target.meeting)::bigint, \(target.about.map(Int64.init))::integer, \(target.addressee?.id)::bigint,
                \(language)) AS n
            """
        ) { (year: Int, serial: Int, edition: Int, text: String, day: CivilDate, verification: String) in
            PaperNumber(
                year: year, serial: serial, edition: edition, text: text, issuedOn: day, verification: verification)
        }
    }

    private func editions(
        _ session: Session, _ regime: RegimeCode, _ number: PaperNumber
    ) throws -> [PaperMaterial.Edition] {
        try session.all(
            """
            SELECT edition, issued_on, reason FROM official_paper
            WHERE regime = \(regime) AND paper = \(kind) AND year = \(Int64(number.year))
                AND series_no = \(Int64(number.serial)) AND language = \(language) ORDER BY edition
            """, PaperMaterial.Edition.init)
    }
}

/// A paper as it was composed.
public struct ComposedPaper: Sendable {
    /// Its title.
    public let title: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// A paper of that title.
    public init(title: String, bytes: [UInt8]) { (self.title, self.bytes) = (title, bytes) }
}

/// A paper that was issued.
public struct IssuedPaper: Sendable {
    /// What is known of it.
    public let paper: PaperRow
    /// Its bytes.
    public let bytes: [UInt8]
}
