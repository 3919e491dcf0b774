internal import Postgres
public import SandboxDomain

/// An official document (공문) that came to the desk, as the desk enters it.
public struct OfficialDocument: Sendable {
    /// The number that the sender gave it (문서번호).
    public let number: String
    /// The day on which it arrived; nil for today on the authority's calendar.
    public let arrivedOn: CivilDate?
    /// The document itself, if it is there as a file.
    public let file: PaperFile?

    /// A document of that number.
    public init(number: String, arrivedOn: CivilDate? = nil, file: PaperFile? = nil) {
        (self.number, self.arrivedOn, self.file) = (number, arrivedOn, file)
    }

    var words: [String?] { [number, arrivedOn?.description, file?.name] }
    var files: [[UInt8]] { file.map { [$0.content] } ?? [] }

    /// Files the document itself; without a file there is nothing to file.
    func insert(_ session: Session, _ subject: CaseFileFacts, sender: OrganisationID, on day: CivilDate) throws {
        guard let file else { return }
        try Filing.mayAttach(file.name, size: file.content.count, at: .draft, answering: false)
        try session.execute(
            """
            INSERT INTO received_document (case_file_id, sender_id, document_no, arrived_on, file_name, media_type, content)
            VALUES (\(subject.id), \(sender), \(normalised(number)), \(day), \(normalised(file.name)), \(file.mediaType),
                \(file.content))
            """)
    }
}
