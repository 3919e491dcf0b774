public import Postgres
public import SandboxDomain

/// A company begins a proposal (작성): the proposal and its papers become a draft that only the company sees.
public struct DraftCase: Operation {
    let document: ProposalDocument
    let papers: [PaperFile]

    /// - Parameters:
    ///   - document: what is proposed; it may still lack what filing needs.
    ///   - papers: the files it names, in its order; whoever calls has read them.
    public init(_ document: ProposalDocument, papers: [PaperFile] = []) {
        (self.document, self.papers) = (document, papers)
    }

    public func perform(_ session: Session) throws -> DraftedCase {
        let (principal, tracks) = (session.ask(Principal.statement), session.ask(TrackList.statement))
        _ = try principal.get().required([.company])
        let draft = try begin(session, among: tracks.get())
        return DraftedCase(
            reference: draft.reference, version: draft.version, changed: [],
            gaps: try ProposalStore.gaps(session, draft.id))
    }

    /// The acting person's company, and whether it is closed.
    private static var company: Statement<(String, Bool)> {
        .one(
            """
            SELECT o.name, coalesce(organisation_is_closed(o.organisation_id), false)
            FROM organisation AS o WHERE o.organisation_id = acting_organisation_id()
            """
        ) { (name: String, isClosed: Bool) in (name, isClosed) }
    }

    /// Writes the draft and attaches its papers.
    func begin(_ session: Session, among tracks: [KnownTrack]) throws -> CaseFileFacts {
        let company = session.ask(Self.company)
        let known = try FormStore.check(session, document, among: tracks)
        let (name, isClosed) = try company.get()
        try Filing.mayBegin(name, isClosed: isClosed)
        let draft = try ProposalStore.insert(session, document.proposal, known.regime)
        try AttachmentStore.insert(session, draft, papers, answering: false, known: known.papers)
        return draft
    }
}

/// A draft after it was written.
public struct DraftedCase: Sendable {
    /// Its reference, e.g. `DRAFT-17`.
    public let reference: CaseReference
    /// Its current version; the next edit names it.
    public let version: Int
    /// What an edit changed: *yours* is the new value, *theirs* the previous one. Empty for a new draft.
    public let changed: [Conflict.Field]
    /// What is still missing before it can be filed.
    public let gaps: [Gap]
}
