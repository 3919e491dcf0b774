public import Postgres
public import SandboxDomain

/// The form of a track: its sections and its papers, from reference data.
public struct CaseForm: Query {
    let track: TrackCode
    let asked: RegimeCode?

    /// - Parameters:
    ///   - track: a track of the regime.
    ///   - regime: nil for the only one that has the track.
    public init(_ track: TrackCode, of regime: RegimeCode? = nil) { (self.track, asked) = (track, regime) }

    public func answer(_ session: Session) throws -> TrackForm {
        let regime = try RegimeStore.track(session, track, of: asked).regime
        let head = try session.first(
            "SELECT name_ko, name_en, basis, grants FROM track WHERE regime = \(regime) AND track = \(track)"
        ) { (korean: String, english: String, basis: String, grants: Bool) in (korean, english, basis, grants) }
        guard let (korean, english, basis, grants) = head else { throw NotFound(.track, track.code) }
        return TrackForm(
            regime: regime, track: track, korean: korean, english: english, basis: basis, grants: grants,
            sections: try session.get(FormStore.sections(regime, track)),
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
    static func sections(_ regime: RegimeCode, _ track: TrackCode) -> Statement<[TrackForm.Part]> {
        .all(
            """
            SELECT section, name_ko, name_en, required FROM form_section
            WHERE regime = \(regime) AND track = \(track) AND closed_on IS NULL ORDER BY position
            """, TrackForm.Part.init)
    }

    static func papers(_ session: Session, _ regime: RegimeCode, _ track: TrackCode) throws -> [TrackForm.Part] {
        try session.get(papers(regime, track))
    }

    static func papers(_ regime: RegimeCode, _ track: TrackCode) -> Statement<[TrackForm.Part]> {
        .all(
            """
            SELECT paper, name_ko, name_en, required FROM required_paper
            WHERE regime = \(regime) AND track = \(track) AND closed_on IS NULL ORDER BY position
            """, TrackForm.Part.init)
    }

    /// What is known of the track that a document is for.
    struct Known {
        let regime: RegimeCode
        /// Its papers.
        let papers: [TrackForm.Part]
    }

    /// What a document is for, after everything the document names was looked up in it.
    /// - Parameters:
    ///   - tracks: those there are.
    ///   - standing: the regime of the draft that is edited; the draft stays in it.
    /// - Throws: `BadInput` with every regime, track, section and paper that does not exist, at its place in the file;
    ///   `Refusal.caseFile(.trackClosed)`.
    static func check(
        _ session: Session, _ document: ProposalDocument, among tracks: [KnownTrack],
        keeping standing: RegimeCode? = nil
    ) throws -> Known {
        let proposal = document.proposal
        let found = try track(document, among: tracks, standing)
        try Filing.mayUse(found.code, isOpen: found.isOpen)
        let knownSections = session.ask(sections(found.regime, found.code))
        let papers = try papers(session, found.regime, found.code)
        let sections = try knownSections.get().map(\.code)
        var issues = proposal.sections.filter { !sections.contains($0.code) }.map {
            document.issue(.unknownName($0.code, known: sections), field: "sections.\($0.code)")
        }
        for (index, paper) in document.papers.enumerated() where papers.named.code(said: paper.paper) == nil {
            let known = papers.map(\.code)
            issues.append(document.issue(.unknownWord(paper.paper, known: known), field: "papers.\(index + 1).paper"))
        }
        if !issues.isEmpty { throw BadInput(issues) }
        return Known(regime: found.regime, papers: papers)
    }

    /// The track a document names, in the regime it names or, without one, in the only one that has it.
    private static func track(
        _ document: ProposalDocument, among known: [KnownTrack], _ standing: RegimeCode?
    ) throws -> KnownTrack {
        let proposal = document.proposal
        let regimes =
            standing.map { [$0.code] }
            ?? known.map(\.regime.code).reduce(into: []) {
                if !$0.contains($1) { $0.append($1) }
            }
        if let named = proposal.regime, !regimes.contains(named.code) {
            throw BadInput([document.issue(.unknownWord(named.code, known: regimes), field: "regime")])
        }
        let regime = standing ?? proposal.regime
        let within = known.filter { regime == nil || $0.regime == regime }
        let found = within.filter { $0.code == proposal.track }
        guard let track = found.first else {
            let words = within.map(\.code.code)
            throw BadInput([document.issue(.unknownWord(proposal.track.code, known: words), field: "track")])
        }
        guard found.count == 1 else {
            throw BadInput([document.issue(.missingName(.regime, known: found.map(\.regime.code)), field: "regime")])
        }
        return track
    }
}

extension [TrackForm.Part] {
    /// Their codes and names.
    var named: [NamedCode] { map { NamedCode($0.code, $0.korean, $0.english) } }
}
