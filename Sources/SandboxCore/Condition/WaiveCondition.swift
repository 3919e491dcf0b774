public import Postgres
public import SandboxDomain

/// The desk asks no more for what is still owed of a condition of a grant that is over, and says why. What was due while the
/// grant was in force, or follows its end, is owed until then.
public struct WaiveCondition: Operation {
    let reference: CaseReference
    let number: Int
    let reason: String?

    /// - Parameter reason: required.
    public init(_ reference: CaseReference, number: Int, reason: String?) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> WaivedCondition {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let standing = try ConditionStore.standing(session, subject, number)
        let isWaived = try session.exists(
            """
            SELECT FROM condition_waiver
            WHERE decision_id = \(standing.decision) AND condition_no = \(Int64(number))
            """)
        try ConditionChangeFacts(
            number: number, isOpen: false, isGrantOver: ConditionStore.isGrantOver(session, subject)
        ).mayWaive(isWaived: isWaived, reason: reason)
        try session.execute(
            """
            INSERT INTO condition_waiver (decision_id, condition_no, case_file_id, reason)
            VALUES (\(standing.decision), \(Int64(number))::smallint, \(subject.id), \(reason.map(normalised)))
            """)
        return WaivedCondition(reference: subject.reference, number: number)
    }
}

/// A condition that was waived.
public struct WaivedCondition: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The condition's number.
    public let number: Int
}
