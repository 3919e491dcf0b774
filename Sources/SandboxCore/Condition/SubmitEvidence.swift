public import Postgres
public import SandboxDomain

/// The company files evidence that a condition is met: a note, a file, or both.
public struct SubmitEvidence: OnceOnly {
    public typealias Outcome = FiledEvidence
    public static let act = "submit-evidence"
    let reference: CaseReference
    let number: Int
    let note: String?
    let file: PaperFile?

    /// - Throws: `BadInput` when there is neither a note nor a file.
    public init(_ reference: CaseReference, number: Int, note: String? = nil, file: PaperFile? = nil) throws(BadInput) {
        (self.reference, self.number, self.note, self.file) = (reference, number, note, file)
        if note == nil, file == nil { throw BadInput(.missingName(.evidence)) }
    }

    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, "\(number)", note, file?.name], files: file.map { [$0.content] } ?? [])
    }

    /// Performs the act; returns the case for which it filed evidence.
    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.company])
        let standing = try ConditionStore.lock(session, reference, number)
        if let file {
            try Filing.mayAttach(file.name, size: file.content.count, at: .draft, answering: false)
        }
        let name = try file?.storedName()
        try session.execute(
            """
            INSERT INTO condition_evidence (decision_id, condition_no, case_file_id, note, file_name, media_type, content)
            VALUES (\(standing.decision), \(Int64(number))::smallint, \(standing.subject.id), \(note.map(normalised)),
                \(name), \(file?.mediaType), \(file?.content))
            """)
        return standing.subject.id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> FiledEvidence {
        try FiledEvidence.latest(session, CaseFileID(receipt), number)
    }
}

/// Evidence for a condition.
public struct FiledEvidence: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The condition's number.
    public let number: Int
    /// The evidence's number.
    public let evidence: Int
    /// Whether the condition is met by it.
    public let state: ConditionState

    static func latest(_ session: Session, _ id: CaseFileID, _ number: Int) throws -> FiledEvidence {
        try session.one(
            """
            SELECT c.case_file_id, c.reference, s.condition_no, s.state, (SELECT max(e.evidence_no)
                FROM condition_evidence AS e WHERE e.decision_id = s.decision_id AND e.condition_no = s.condition_no)
            FROM condition_state AS s JOIN case_file AS c USING (case_file_id)
            WHERE s.case_file_id = \(id) AND s.condition_no = \(Int64(number))
            """
        ) { (id: CaseFileID, reference: String?, number: Int, state: ConditionState, evidence: Int) in
            FiledEvidence(
                reference: CaseReference(number: reference, id), number: number, evidence: evidence, state: state)
        }
    }
}

/// The file of a piece of evidence.
public struct ReadEvidence: Query {
    let reference: CaseReference
    let number: Int
    let evidence: Int

    /// - Parameters:
    ///   - number: the condition's number.
    ///   - evidence: the evidence's number.
    public init(_ reference: CaseReference, number: Int, evidence: Int) {
        (self.reference, self.number, self.evidence) = (reference, number, evidence)
    }

    /// - Throws: ``DamagedPaper`` for bytes that are not those that were filed.
    public func answer(_ session: Session) throws -> PaperFile {
        let subject = try CaseFileStore.get(session, reference)
        let name = "\(reference) #\(number)/\(evidence)"
        let found = try PaperFile.stored(
            session,
            """
            SELECT 'evidence', e.file_name, e.media_type, e.content,
                sha256(e.content) = e.sha256 AND length(e.content) = e.size, encode(e.sha256, 'hex')
            FROM condition_evidence AS e JOIN latest_decision AS d USING (decision_id)
            WHERE d.case_file_id = \(subject.id) AND e.condition_no = \(Int64(number))
                AND e.evidence_no = \(Int64(evidence)) AND e.content IS NOT NULL
            """, name: name)
        guard let found else { throw NotFound(.attachment, name) }
        return found
    }
}
