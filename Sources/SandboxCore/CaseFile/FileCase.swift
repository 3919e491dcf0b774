public import Postgres
public import SandboxDomain

/// The company files its proposal (제출: Decree 39①, 40①, 42의4①). It gets its number, and stays as it was filed.
public struct FileCase: OnceOnly {
    public typealias Outcome = MovedCase
    public static let act = "file"
    private let subject: Subject
    /// Whether it is filed once more though the company has filed the very same already.
    public var again = false

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
        case .draft(let reference): return Fingerprint([reference.description] + (again ? ["again"] : []))
        case .new(let draft):
            return Fingerprint(
                draft.document.proposal.fields.flatMap { [$0.name, $0.value] }
                    + draft.papers.flatMap { [$0.paper, $0.name, $0.mediaType] } + (again ? ["again"] : []),
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
        let (gaps, filing) = (session.ask(ProposalStore.gaps(facts.id)), session.ask(Self.filing(facts.id)))
        try Filing.mayFile(lacking: gaps.get())
        let (company, isClosed, before) = try filing.get()
        try Filing.mayBegin(company, isClosed: isClosed)
        try Filing.mayFile(before: before, onPurpose: again)
        session.ask(
            .execute(
                "UPDATE case_file SET stage = \(transition.to), filed_again = \(again) WHERE case_file_id = \(facts.id)"
            ))
        return facts.id.number
    }

    /// The company, whether it is closed, and the case by which it has filed the same already.
    private static func filing(_ id: CaseFileID) -> Statement<(String, Bool, CaseReference?)> {
        .one(
            """
            SELECT o.name, coalesce(organisation_is_closed(o.organisation_id), false), filed_before(\(id))
            FROM organisation AS o WHERE o.organisation_id = acting_organisation_id()
            """
        ) { (name: String, isClosed: Bool, before: String?) in
            (name, isClosed, before.flatMap { try? CaseReference($0) })
        }
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> MovedCase {
        let facts = try CaseFileStore.get(session, .draft(CaseFileID(receipt)))
        return MovedCase(reference: facts.reference, stage: .filed)
    }
}
