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
        let id = try begin(session)
        let draft = try CaseFileStore.get(session, .draft(id))
        return DraftedCase(
            reference: draft.reference, version: draft.version, changed: [], gaps: try ProposalStore.gaps(session, id))
    }

    /// Writes the draft and attaches its papers.
    func begin(_ session: Session) throws -> CaseFileID {
        _ = try Principal.current(session).required([.company])
        let regime = try FormStore.check(session, document)
        let id = try ProposalStore.insert(session, document.proposal, regime)
        let draft = try CaseFileStore.get(session, .draft(id))
        for paper in papers { try AttachmentStore.insert(session, draft, paper, answering: false) }
        return id
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
