public import Postgres
public import SandboxDomain

/// Somebody notes something on a case for the colleagues (내부 메모). It is read by the persons of the writer's organisation, as long as
/// they see the case, and by the auditor; it is in no paper, export or search, and is never changed.
public struct AddNote: Operation {
    let reference: CaseReference
    let text: String

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference, text: String) { (self.reference, self.text) = (reference, text) }

    public func perform(_ session: Session) throws -> NotedCase {
        _ = try Principal.current(session).required(GroupRole.withWork)
        let subject = try CaseFileStore.get(session, reference)
        let notes: Int = try session.one(
            """
            WITH noted AS (INSERT INTO case_note (case_file_id, body) VALUES (\(subject.id), \(normalised(text)))
                RETURNING case_note_id)
            SELECT (SELECT count(*) FROM noted) + (SELECT count(*) FROM case_note AS n WHERE n.case_file_id = \(subject.id)
                AND n.organisation_id = acting_organisation_id())
            """)
        return NotedCase(reference: subject.reference, notes: notes)
    }
}

/// A case on which something was noted.
public struct NotedCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// How many notes of the organisation there are on it.
    public let notes: Int
}

extension CaseDetail {
    /// What somebody noted for the colleagues.
    public struct Note: Sendable {
        /// When, in ISO form with offset.
        public let writtenAt: String
        /// Who, by name.
        public let author: String
        /// Whose note it is.
        public let organisation: String
        /// The text.
        public let body: String

        /// Analysts and the public are not even asked.
        static let mayBeSeen: SQL = "has_table_privilege('case_note', 'SELECT')"

        static func of(_ id: CaseFileID) -> Statement<[Note]> {
            .all(
                """
                SELECT authority_time(n.written_at, c.regime), coalesce(p.display_name, n.written_by::text), o.name, n.body
                FROM case_note AS n JOIN case_file AS c USING (case_file_id)
                JOIN organisation AS o ON o.organisation_id = n.organisation_id
                LEFT JOIN person AS p ON p.role_name = n.written_by
                WHERE n.case_file_id = \(id) ORDER BY n.written_at, n.case_note_id
                """, Note.init)
        }
    }

    /// Who works on the case for the reader's organisation.
    public struct Assignment: Sendable {
        /// The login.
        public let login: String
        /// How the person is called.
        public let name: String
        /// The login of whoever is the deputy today; nil: the person is there.
        public let deputy: String?
        /// How the deputy is called.
        public let deputyName: String?

        static func of(_ id: CaseFileID) -> Statement<Assignment?> {
            .first(
                "SELECT role_name, name, deputy, deputy_name FROM own_assignment WHERE case_file_id = \(id)",
                Assignment.init)
        }
    }
}
