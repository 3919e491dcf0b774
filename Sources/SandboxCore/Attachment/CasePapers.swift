public import Postgres
public import SandboxDomain

/// The papers a track demands and the files that are there.
public struct CasePapers: RowQuery {
    let reference: CaseReference
    let onlyFiled: Bool

    /// - Parameters:
    ///   - reference: a case whose papers the acting person may see.
    ///   - onlyFiled: only the files that came with the proposal, none that was attached after it.
    public init(_ reference: CaseReference, onlyFiled: Bool = false) {
        (self.reference, self.onlyFiled) = (reference, onlyFiled)
    }

    public func forEach(_ session: Session, _ body: (CasePaper) throws -> Void) throws {
        let subject = try CaseFileStore.get(session, reference)
        let wanted: SQL =
            onlyFiled
            ? "AND a.attached_at <= (SELECT c.filed_at FROM case_file AS c WHERE c.case_file_id = a.case_file_id)" : ""
        try session.stream(
            """
            SELECT r.paper, r.name_ko, r.name_en, r.basis, r.required, a.attachment_no, a.file_name, a.media_type, a.size,
                encode(a.sha256, 'hex'), authority_time(a.attached_at, r.regime)
            FROM required_paper AS r
            LEFT JOIN attachment AS a ON a.case_file_id = \(subject.id) AND a.paper = r.paper \(wanted)
            WHERE r.regime = \(subject.regime) AND r.track = \(subject.track) AND (r.required AND r.closed_on IS NULL OR a.paper IS NOT NULL)
            ORDER BY r.position, a.attachment_no
            """, CasePaper.init, body)
    }
}

/// A paper of the track, with or without a file.
public struct CasePaper: Sendable {
    /// Its code, e.g. `business-plan`.
    public let paper: String
    /// Its Korean name.
    public let korean: String
    /// Its English name.
    public let english: String
    /// The article that demands it.
    public let basis: String
    /// Whether the case cannot be filed without it.
    public let isRequired: Bool
    /// The file's number within the case; nil: no file yet.
    public let number: Int?
    /// The file's name.
    public let fileName: String?
    /// Its media type.
    public let mediaType: String?
    /// Its size in bytes.
    public let size: Int?
    /// Its SHA-256, in hexadecimal digits.
    public let sha256: String?
    /// When it was attached, in ISO form with offset.
    public let attachedAt: String?
}

/// The bytes of an attached file.
public struct ReadPaper: Query {
    let reference: CaseReference
    let number: Int

    /// - Parameter number: the file's number within the case.
    public init(_ reference: CaseReference, number: Int) { (self.reference, self.number) = (reference, number) }

    /// - Throws: ``DamagedPaper`` for bytes that are not those that were filed.
    public func answer(_ session: Session) throws -> PaperFile {
        let subject = try CaseFileStore.get(session, reference)
        let name = "\(reference) #\(number)"
        let found = try PaperFile.stored(
            session,
            """
            SELECT paper, file_name, media_type, content, sha256(content) = sha256 AND length(content) = size,
                encode(sha256, 'hex')
            FROM attachment WHERE case_file_id = \(subject.id) AND attachment_no = \(Int64(number))
            """, name: name)
        guard let found else { throw NotFound(.attachment, name) }
        return found
    }
}
