public import Postgres
public import SandboxDomain

/// The company answers what it was asked for, with papers if need be.
public struct AnswerSupplement: OnceOnly {
    public typealias Outcome = AskedSupplement
    public static let act = "answer"
    let reference: CaseReference
    let number: Int?
    let answer: String
    let papers: [PaperFile]

    /// - Parameters:
    ///   - number: which request; nil when only one is open.
    ///   - papers: files that go with the answer; what was filed before stays as it is.
    public init(_ reference: CaseReference, number: Int? = nil, answer: String, papers: [PaperFile] = []) {
        (self.reference, self.number, self.answer, self.papers) = (reference, number, answer, papers)
    }

    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, number.map(String.init), answer] + papers.flatMap { [$0.paper, $0.name] },
            files: papers.map(\.content))
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.company])
        let facts = try CaseFileStore.lock(session, reference)
        let chosen = try SupplementStore.choose(session, facts, number)
        try AttachmentStore.insert(session, facts, papers, answering: true)
        try session.execute("UPDATE supplement SET answer = \(normalised(answer)) WHERE supplement_id = \(chosen.id)")
        return chosen.id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> AskedSupplement {
        try Self.outcome(of: receipt, session)
    }

    static func outcome(of receipt: Int64, _ session: Session) throws -> AskedSupplement {
        try session.one(
            """
            SELECT c.reference, c.case_file_id, s.supplement_no
            FROM supplement AS s JOIN case_file AS c USING (case_file_id) WHERE s.supplement_id = \(receipt)
            """
        ) { (number: String?, id: CaseFileID, supplement: Int) in
            AskedSupplement(reference: CaseReference(number: number, id), number: supplement)
        }
    }
}
