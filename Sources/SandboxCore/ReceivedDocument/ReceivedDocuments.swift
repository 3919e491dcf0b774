public import Postgres
public import SandboxDomain

/// The official documents that came in about a case, as the desk filed them. For the desk and the auditor.
public struct ReceivedDocuments: RowQuery {
    let reference: CaseReference

    /// - Parameter reference: a case the acting person may see.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func forEach(_ session: Session, _ body: (ReceivedDocument) throws -> Void) throws {
        _ = try Principal.current(session).required([.desk, .auditor])
        let subject = try CaseFileStore.get(session, reference)
        try session.stream(
            """
            SELECT p.paper_no, o.name, p.document_no, p.arrived_on, p.file_name, p.media_type, p.size, encode(p.sha256, 'hex'),
                authority_time(p.recorded_at, \(subject.regime))
            FROM received_document AS p JOIN organisation AS o ON o.organisation_id = p.sender_id
            WHERE p.case_file_id = \(subject.id) ORDER BY p.paper_no
            """, ReceivedDocument.init, body)
    }
}

/// An official document that was filed.
public struct ReceivedDocument: Sendable {
    /// Its number within the case.
    public let number: Int
    /// Who sent it.
    public let sender: String
    /// The number that the sender gave it.
    public let document: String
    /// The day on which it arrived.
    public let arrivedOn: CivilDate
    /// The file's name.
    public let fileName: String
    /// Its media type.
    public let mediaType: String
    /// Its size in bytes.
    public let size: Int
    /// Its SHA-256, in hexadecimal digits.
    public let sha256: String
    /// When it was filed, in ISO form with offset.
    public let recordedAt: String
}

/// The bytes of an official document.
public struct ReadReceivedDocument: Query {
    let reference: CaseReference
    let number: Int

    /// - Parameter number: the document's number within the case.
    public init(_ reference: CaseReference, number: Int) { (self.reference, self.number) = (reference, number) }

    public func answer(_ session: Session) throws -> PaperFile {
        _ = try Principal.current(session).required([.desk, .auditor])
        let subject = try CaseFileStore.get(session, reference)
        let found = try session.first(
            """
            SELECT document_no, file_name, media_type, content FROM received_document
            WHERE case_file_id = \(subject.id) AND paper_no = \(Int64(number))
            """, PaperFile.init)
        guard let found else { throw NotFound(.attachment, "\(reference) #\(number)") }
        return found
    }
}
