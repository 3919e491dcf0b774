public import Postgres
public import SandboxDomain

/// The form of a track: its sections and its papers, from reference data.
public struct CaseForm: Query {
    let track: TrackCode
    let regime: RegimeCode

    /// - Parameter track: a track of the regime.
    public init(_ track: TrackCode, of regime: RegimeCode = .koreanICT) { (self.track, self.regime) = (track, regime) }

    /// Answers the question.
    public func answer(_ session: Session) throws -> TrackForm {
        let head = try session.first(
            "SELECT name_ko, name_en, basis, grants FROM track WHERE regime = \(regime) AND track = \(track)"
        ) { (korean: String, english: String, basis: String, grants: Bool) in (korean, english, basis, grants) }
        guard let (korean, english, basis, grants) = head else { throw NotFound(.track, track.code) }
        return TrackForm(
            regime: regime, track: track, korean: korean, english: english, basis: basis, grants: grants,
            sections: try FormStore.sections(session, regime, track),
            papers: try FormStore.papers(session, regime, track))
    }
}

/// What a company fills in for a track.
public struct TrackForm: Sendable {
    /// The regime.
    public let regime: RegimeCode
    /// The track.
    public let track: TrackCode
    /// The track's Korean name.
    public let korean: String
    /// Its English name.
    public let english: String
    /// The article of the law.
    public let basis: String
    /// Whether it ends in a grant; else its provisions are questions.
    public let grants: Bool
    /// The sections, in the form's order.
    public let sections: [Part]
    /// The papers, in the Decree's order.
    public let papers: [Part]

    /// A section or a paper.
    public struct Part: Sendable {
        /// Its code.
        public let code: String
        /// Its Korean name.
        public let korean: String
        /// Its English name.
        public let english: String
        /// Whether a proposal cannot be filed without it.
        public let isRequired: Bool
    }
}

/// Reads the forms of the tracks.
enum FormStore {
    static func sections(_ session: Session, _ regime: RegimeCode, _ track: TrackCode) throws -> [TrackForm.Part] {
        try session.all(
            """
            SELECT section, name_ko, name_en, required FROM form_section
            WHERE regime = \(regime) AND track = \(track) ORDER BY position
            """, TrackForm.Part.init)
    }

    static func papers(_ session: Session, _ regime: RegimeCode, _ track: TrackCode) throws -> [TrackForm.Part] {
        try session.all(
            """
            SELECT paper, name_ko, name_en, required FROM required_paper
            WHERE regime = \(regime) AND track = \(track) ORDER BY position
            """, TrackForm.Part.init)
    }

    /// Whether the regime, the track, the sections and the papers a document names exist.
    /// - Throws: `BadInput` with every one that does not, at its place in the file.
    static func check(_ session: Session, _ document: ProposalDocument) throws {
        let proposal = document.proposal
        let known = try session.all("SELECT regime, track FROM track ORDER BY regime, position") {
            (regime: String, track: String) in (regime: regime, track: track)
        }
        let tracks = known.filter { $0.regime == proposal.regime.code }.map(\.track)
        guard !tracks.isEmpty else {
            let regimes = known.map(\.regime).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            throw BadInput([document.issue(.unknownWord(proposal.regime.code, known: regimes), field: "regime")])
        }
        guard tracks.contains(proposal.track.code) else {
            throw BadInput([document.issue(.unknownWord(proposal.track.code, known: tracks), field: "track")])
        }
        let sections = try sections(session, proposal.regime, proposal.track).map(\.code)
        var issues = proposal.sections.filter { !sections.contains($0.code) }.map {
            document.issue(.unknownName($0.code, known: sections), field: "sections.\($0.code)")
        }
        let papers = try papers(session, proposal.regime, proposal.track).map(\.code)
        for (index, paper) in document.papers.enumerated() where !papers.contains(paper.paper) {
            issues.append(document.issue(.unknownWord(paper.paper, known: papers), field: "papers.\(index + 1).paper"))
        }
        if !issues.isEmpty { throw BadInput(issues) }
    }
}
