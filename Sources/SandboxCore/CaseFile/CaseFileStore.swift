internal import Postgres
internal import SandboxDomain

/// What an act needs to know of a case file before it moves it.
struct CaseFileFacts {
    let id: CaseFileID
    let number: String?
    let regime: RegimeCode
    let track: TrackCode
    let stage: Stage
    let version: Int
    let companyID: OrganisationID

    /// The columns of `case_file` that it is made of.
    static let columns: SQL = "case_file_id, reference, regime, track, stage, version, company_id"

    /// The reference people quote.
    var reference: CaseReference { CaseReference(number: number, id) }
}

/// Reads and writes the table `case_file`. What the acting person may not see does not exist here either.
enum CaseFileStore {
    /// The case file of that reference.
    /// - Throws: `NotFound`, in the same words whether it is hidden or was never there.
    static func get(_ session: Session, _ reference: CaseReference) throws -> CaseFileFacts {
        try find(session, reference, "")
    }

    /// As ``get(_:_:)``, and nobody else changes it until the transaction ends.
    static func lock(_ session: Session, _ reference: CaseReference) throws -> CaseFileFacts {
        try find(session, reference, "FOR UPDATE")
    }

    private static func find(_ session: Session, _ reference: CaseReference, _ lock: SQL) throws -> CaseFileFacts {
        let found = try session.first(
            """
            SELECT \(CaseFileFacts.columns) FROM case_file AS c WHERE \(reference.condition) \(lock)
            """, CaseFileFacts.init)
        guard let found else { throw NotFound(.caseFile, reference.description) }
        return found
    }

    /// Moves a case to another stage, along with the next statement.
    static func update(_ session: Session, _ id: CaseFileID, stage: Stage, closingReason: String? = nil) {
        session.ask(
            .execute(
                """
                UPDATE case_file SET stage = \(stage), closing_reason = \(closingReason) WHERE case_file_id = \(id)
                """))
    }
}

extension CaseReference {
    /// Picks the row of `case_file AS c`. A draft keeps its own number after it was filed, so that a retry finds it.
    var condition: SQL {
        switch self {
        case .filed, .past: "c.reference = \(description)"
        case .draft(let id): "c.case_file_id = \(id)"
        }
    }
}

extension CaseReference {
    /// The reference of a row: its number, or without one that of a draft.
    init(number: String?, _ id: CaseFileID) {
        self = number.flatMap { try? CaseReference($0) } ?? .draft(id)
    }
}
