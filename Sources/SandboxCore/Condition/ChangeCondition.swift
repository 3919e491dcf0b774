public import Postgres
public import SandboxDomain

/// The company or a consulted ministry asks to have a condition changed (지정조건 변경: RegAct 19의3⑦; decree 13의5).
public struct ChangeCondition: OnceOnly {
    public typealias Outcome = ChangedCondition
    public static let act = "change-condition"
    let reference: CaseReference
    let number: Int
    let text: String
    let purpose: String?
    let evidence: String?
    let due: DueRule?
    let reason: String

    /// - Parameters:
    ///   - text: the condition in its new words.
    ///   - purpose: nil for the present one; the same applies to evidence and due rule.
    public init(
        _ reference: CaseReference, number: Int, text: String, purpose: String? = nil, evidence: String? = nil,
        due: DueRule? = nil, reason: String
    ) {
        (self.reference, self.number, self.text, self.purpose) = (reference, number, text, purpose)
        (self.evidence, self.due, self.reason) = (evidence, due, reason)
    }

    public var fingerprint: Fingerprint {
        Fingerprint([reference.description, "\(number)", text, purpose, evidence, due?.description, reason])
    }

    /// Performs the act; returns the row it made: the case in the upper part, the change's number in the lower.
    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.company, .ministry])
        let standing = try ConditionStore.lock(session, reference, number)
        try ConditionChangeFacts(
            number: number, isOpen: ConditionStore.isChanging(session, standing),
            isGrantOver: ConditionStore.isGrantOver(session, standing.subject)
        ).mayAsk()
        let changed = ProposedCondition(
            text: text, purpose: purpose ?? standing.purpose, evidence: evidence ?? standing.evidence)
        try [changed].mayImpose()
        try session.execute(
            """
            INSERT INTO condition_change (decision_id, condition_no, case_file_id, text, purpose, evidence, due, reason)
            VALUES (\(standing.decision), \(Int64(number))::smallint, \(standing.subject.id), \(normalised(text)),
                \(changed.purpose.map(normalised)), \(changed.evidence.map(normalised)), \(due ?? standing.due),
                \(normalised(reason)))
            """)
        return standing.subject.id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> ChangedCondition {
        try ChangedCondition.latest(session, CaseFileID(receipt), number)
    }
}

/// The desk rules on a change that was asked for. Once the ministries have replied or their periods are over, it may
/// accept the change, which becomes the condition's next version; or it refuses it with a reason. The committee is told
/// (RegAct 19의3⑦).
public struct RuleOnChange: Operation {
    let reference: CaseReference
    let number: Int
    let isAccepted: Bool
    let reason: String?

    /// - Parameter reason: required for a refusal.
    public init(_ reference: CaseReference, number: Int, accept: Bool, reason: String? = nil) {
        (self.reference, self.number, isAccepted, self.reason) = (reference, number, accept, reason)
    }

    public func perform(_ session: Session) throws -> ChangedCondition {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let standing = try ConditionStore.standing(session, subject, number)
        let facts = ConditionChangeFacts(
            number: number, isOpen: try ConditionStore.isChanging(session, standing),
            awaited: try awaited(session, standing))
        try facts.mayRule(accept: isAccepted, reason: reason)
        try session.execute(
            """
            UPDATE condition_change SET is_accepted = \(isAccepted), ruling = \(reason.map(normalised))
            WHERE decision_id = \(standing.decision) AND condition_no = \(Int64(number)) AND is_accepted IS NULL
            """)
        return try ChangedCondition.latest(session, subject.id, number)
    }

    /// The ministries that have not replied to the open change and may still do so.
    private func awaited(_ session: Session, _ standing: ConditionStore.Standing) throws -> [String] {
        try session.all(
            """
            SELECT o.name FROM condition_change AS k
            JOIN deadline_today AS s ON s.case_file_id = k.case_file_id AND s.subject = 'change'
                AND s.subject_id = k.condition_change_id
            JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE k.decision_id = \(standing.decision) AND k.condition_no = \(Int64(number)) AND k.is_accepted IS NULL
                AND s.ended_on IS NULL AND s.due_on >= s.today ORDER BY o.name
            """, as: String.self)
    }
}

/// A change of a condition that was asked for.
public struct ChangedCondition: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The condition's number.
    public let number: Int
    /// The condition in its new words.
    public let text: String
    /// Whether it was accepted; nil while nobody has ruled on it.
    public let isAccepted: Bool?

    static func latest(_ session: Session, _ id: CaseFileID, _ number: Int) throws -> ChangedCondition {
        try session.one(
            """
            SELECT c.case_file_id, c.reference, k.condition_no, k.text, k.is_accepted
            FROM condition_change AS k JOIN case_file AS c USING (case_file_id) JOIN latest_decision AS d USING (decision_id)
            WHERE k.case_file_id = \(id) AND k.condition_no = \(Int64(number)) ORDER BY k.change_no DESC LIMIT 1
            """
        ) { (id: CaseFileID, reference: String?, number: Int, text: String, isAccepted: Bool?) in
            ChangedCondition(
                reference: CaseReference(number: reference, id), number: number, text: text, isAccepted: isAccepted)
        }
    }
}
