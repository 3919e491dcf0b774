internal import Postgres
internal import SandboxDomain

enum AttachmentStore {
    /// Stores a file; PostgreSQL computes its digest, size and number.
    @discardableResult
    static func insert(
        _ session: Session, _ subject: CaseFileFacts, _ file: PaperFile, answering: Bool, ofGrant: Bool = false
    ) throws -> Int {
        try Filing.mayAttach(
            file.name, size: file.content.count, at: subject.stage, answering: answering, ofGrant: ofGrant)
        let known = try session.all(
            "SELECT paper FROM required_paper WHERE regime = \(subject.regime) AND track = \(subject.track) AND closed_on IS NULL ORDER BY position",
            as: String.self)
        guard known.contains(file.paper) else {
            throw BadInput(.unknownWord(file.paper, known: known), file: file.name, field: .paper)
        }
        return try session.one(
            """
            INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
            VALUES (\(subject.id), \(file.paper), \(normalised(file.name)), \(file.mediaType), \(file.content))
            RETURNING attachment_no
            """, as: Int.self)
    }

    /// Stores a file in a draft unless it is already attached, byte for byte. It replaces a file of the same name.
    static func replace(_ session: Session, _ subject: CaseFileFacts, _ file: PaperFile) throws {
        let isThere = try session.exists(
            """
            SELECT FROM attachment WHERE case_file_id = \(subject.id) AND paper = \(file.paper)
                AND file_name = \(normalised(file.name)) AND sha256 = sha256(\(file.content))
            """)
        if isThere { return }
        try session.execute(
            """
            DELETE FROM attachment WHERE case_file_id = \(subject.id) AND paper = \(file.paper)
                AND file_name = \(normalised(file.name))
            """)
        try insert(session, subject, file, answering: false)
    }
}
