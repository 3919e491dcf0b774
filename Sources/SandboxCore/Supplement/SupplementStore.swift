internal import Postgres
internal import SandboxDomain

enum SupplementStore {
    struct Key {
        let id: SupplementID
        let number: Int
    }

    /// The requests nobody has answered yet, oldest first.
    static func open(_ session: Session, _ id: CaseFileID) throws -> [Key] {
        try session.all(
            """
            SELECT supplement_id, supplement_no FROM supplement
            WHERE case_file_id = \(id) AND answered_at IS NULL ORDER BY supplement_no
            """, Key.init)
    }

    /// The numbers of those that were answered.
    static func answered(_ session: Session, _ id: CaseFileID) throws -> [Int] {
        try session.all(
            "SELECT supplement_no FROM supplement WHERE case_file_id = \(id) AND answered_at IS NOT NULL", as: Int.self)
    }
}
