internal import Postgres
internal import SandboxDomain

enum AttachmentStore {
    /// Stores files; PostgreSQL computes the digest, size and number of each.
    /// - Parameter known: the papers of the track, if they have been read.
    /// - Returns: the numbers.
    @discardableResult
    static func insert(
        _ session: Session, _ subject: CaseFileFacts, _ files: [PaperFile], answering: Bool, ofGrant: Bool = false,
        known: [TrackForm.Part]? = nil
    ) throws -> [Answer<Int>] {
        for file in files {
            try Filing.mayAttach(
                file.name, size: file.content.count, at: subject.stage, answering: answering, ofGrant: ofGrant)
        }
        if files.isEmpty { return [] }
        let known = try (known ?? FormStore.papers(session, subject.regime, subject.track)).named
        let stored = try files.map { file in
            guard let paper = known.code(said: file.paper) else {
                throw BadInput(.unknownWord(file.paper, known: known.map(\.code)), file: file.name, field: .paper)
            }
            return (file: file, paper: paper, name: try file.storedName())
        }
        return stored.map { file, paper, name in
            session.ask(
                .one(
                    """
                    INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
                    VALUES (\(subject.id), \(paper), \(name), \(file.mediaType), \(file.content))
                    RETURNING attachment_no
                    """, as: Int.self))
        }
    }

    /// Stores a file in a draft unless it is already attached, byte for byte. It replaces a file of the same name.
    static func replace(
        _ session: Session, _ subject: CaseFileFacts, _ file: PaperFile, _ known: [TrackForm.Part]
    ) throws {
        let name = try file.storedName()
        let paper = known.named.code(said: file.paper) ?? file.paper
        let isThere = try session.exists(
            """
            SELECT FROM attachment WHERE case_file_id = \(subject.id) AND paper = \(paper)
                AND file_name = \(name) AND sha256 = sha256(\(file.content))
            """)
        if isThere { return }
        try session.execute(
            """
            SELECT take_out(\(subject.id), 'attachment', ARRAY(SELECT attachment_no::text FROM attachment
                WHERE case_file_id = \(subject.id) AND paper = \(paper) AND file_name = \(name)))
            """)
        try insert(session, subject, [file], answering: false, known: known)
    }
}
