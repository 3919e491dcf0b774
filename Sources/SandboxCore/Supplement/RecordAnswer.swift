public import Postgres
public import SandboxDomain

/// The desk enters a company's answer to a supplement that came as an official document (공문 답변). It was given on the day on which the
/// document arrived.
public struct RecordAnswer: OnceOnly {
    public typealias Outcome = AskedSupplement
    public static let act = "record-answer"
    let reference: CaseReference
    let number: Int?
    let answer: String
    let document: OfficialDocument
    /// Why the answer that was entered before is put right: that one is taken back, and this one takes its place.
    public var correction: String?

    /// - Parameters:
    ///   - number: which request; nil when only one is open.
    ///   - answer: what the document says, in short.
    ///   - document: the paper it came as.
    public init(_ reference: CaseReference, number: Int? = nil, answer: String, document: OfficialDocument) {
        (self.reference, self.number, self.answer, self.document) = (reference, number, answer, document)
    }

    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, number.map(String.init), answer, correction] + document.words, files: document.files
        )
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        if let correction { try RecallAnswer.perform(session, subject, number, reason: correction) }
        let chosen = try SupplementStore.choose(session, subject, number)
        let day = document.arrivedOn ?? chosen.today
        try SupplementRule.mayRecord(arrivedOn: day, askedOn: chosen.askedOn, today: chosen.today)
        try document.insert(session, subject, sender: subject.companyID, on: day)
        try session.execute(
            """
            UPDATE supplement SET answer = \(normalised(answer)), document_no = \(normalised(document.number)),
                arrived_on = \(day)
            WHERE supplement_id = \(chosen.id)
            """)
        return chosen.id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> AskedSupplement {
        try AnswerSupplement.outcome(of: receipt, session)
    }
}
