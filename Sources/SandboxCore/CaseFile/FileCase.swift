public import Postgres
public import SandboxDomain

/// The company files its proposal (제출: Decree 39①, 40①, 42의4①). It gets its number, and stays as it was filed.
public struct FileCase: OnceOnly {
    public typealias Outcome = MovedCase
    public static let act = "file"
    private let subject: Subject

    private enum Subject {
        case draft(CaseReference)
        case new(DraftCase)
    }

    /// Files a draft.
    public init(_ reference: CaseReference) { subject = .draft(reference) }

    /// Drafts, attaches and files at once: all of it happens, or nothing.
    public init(_ document: ProposalDocument, papers: [PaperFile] = []) {
        subject = .new(DraftCase(document, papers: papers))
    }

    public var fingerprint: Fingerprint {
        switch subject {
        case .draft(let reference): return Fingerprint([reference.description])
        case .new(let draft):
            return Fingerprint(
                draft.document.proposal.fields.flatMap { [$0.name, $0.value] }
                    + draft.papers.flatMap { [$0.paper, $0.name, $0.mediaType] },
                files: draft.papers.map(\.content))
        }
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        let (principal, tracks) = (session.ask(Principal.statement), session.ask(TrackList.statement))
        let role = try principal.get().required(Transition.roles(for: .file))
        let facts =
            switch subject {
            case .draft(let reference): try CaseFileStore.lock(session, reference)
            case .new(let draft): try draft.begin(session, among: tracks.get())
            }
        let transition = try Transition.allowed(from: facts.stage, act: .file, as: role)
        let track = try RegimeStore.track(facts.track, of: facts.regime, among: tracks.get())
        try Filing.mayUse(track.code, isOpen: track.isOpen)
        try Filing.mayFile(lacking: ProposalStore.gaps(session, facts.id))
        CaseFileStore.update(session, facts.id, stage: transition.to)
        return facts.id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> MovedCase {
        let facts = try CaseFileStore.get(session, .draft(CaseFileID(receipt)))
        return MovedCase(reference: facts.reference, stage: .filed)
    }
}
