public import Postgres
public import SandboxDomain

/// The company changes a draft as a whole: it becomes what the document says.
public struct EditCase: Operation {
    let reference: CaseReference
    let document: ProposalDocument
    let version: Int
    let papers: [PaperFile]

    /// - Parameters:
    ///   - version: the version the document was made from.
    ///   - papers: the files the document names. One that is attached already, byte for byte, is left alone; one of the
    ///     same name with other bytes takes its place.
    public init(_ reference: CaseReference, _ document: ProposalDocument, version: Int, papers: [PaperFile] = []) {
        (self.reference, self.document, self.version, self.papers) = (reference, document, version, papers)
    }

    /// A document that changes nothing leaves the version as it is.
    /// - Throws: `Conflict` with both sides, if the draft was changed since that version and differs from the document.
    public func perform(_ session: Session) throws -> DraftedCase {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        try Filing.mayEdit(at: subject.stage)
        var proposal = document.proposal
        let known = try FormStore.check(
            session, document, among: TrackList().answer(session), keeping: subject.regime)
        proposal.regime = known.regime
        let standing = try CaseView(.draft(subject.id)).answer(session).proposal
        let changes = proposal.differences(from: standing)
        guard subject.version == version || changes.isEmpty else {
            throw Conflict(
                subject.reference.description, yourVersion: version, theirVersion: subject.version, fields: changes)
        }
        if !changes.isEmpty { ProposalStore.update(session, subject.id, proposal) }
        let draft = try CaseFileStore.get(session, .draft(subject.id))
        for paper in papers { try AttachmentStore.replace(session, draft, paper, known.papers) }
        return DraftedCase(
            reference: draft.reference, version: draft.version, changed: changes,
            gaps: try ProposalStore.gaps(session, subject.id))
    }
}
