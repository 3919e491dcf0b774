public import Postgres
public import SandboxDomain

/// The company adds papers to a draft, or to a case whose supplement is open.
public struct AttachPapers: Operation {
    let reference: CaseReference
    let papers: [PaperFile]

    /// - Parameter papers: the files; all are attached, or none.
    public init(_ reference: CaseReference, _ papers: [PaperFile]) {
        (self.reference, self.papers) = (reference, papers)
    }

    public func perform(_ session: Session) throws -> [Int] {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        let isAnswering = try !SupplementStore.open(session, subject.id).isEmpty
        return try AttachmentStore.insert(session, subject, papers, answering: isAnswering).map { try $0.get() }
    }
}

/// The company takes papers out of a draft.
public struct DetachPapers: Operation {
    let reference: CaseReference
    let numbers: [Int]

    /// - Parameter numbers: the files' numbers within the case; all are removed, or none.
    public init(_ reference: CaseReference, numbers: [Int]) { (self.reference, self.numbers) = (reference, numbers) }

    public func perform(_ session: Session) throws {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        try Filing.mayEdit(at: subject.stage)
        for number in numbers {
            let removed: Int = try session.one(
                "SELECT take_out(\(subject.id), 'attachment', ARRAY[\(String(number))])")
            guard removed == 1 else { throw NotFound(.attachment, "\(reference) #\(number)") }
        }
    }
}
