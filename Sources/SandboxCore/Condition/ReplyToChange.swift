public import Postgres
public import SandboxDomain

/// A ministry replies to a change of a condition that was asked for (RegAct 19의3⑦; decree 13의5). A reply is final.
public struct ReplyToChange: OnceOnly {
    public typealias Outcome = RepliedChange
    public static let act = "reply-to-change"
    let reference: CaseReference
    let number: Int
    let opinion: ChangeOpinion
    let reason: String?

    /// - Parameters:
    ///   - number: the condition's number.
    ///   - reason: required for an opposition.
    public init(_ reference: CaseReference, number: Int, opinion: ChangeOpinion, reason: String? = nil) {
        (self.reference, self.number, self.opinion, self.reason) = (reference, number, opinion, reason)
    }

    public var fingerprint: Fingerprint {
        Fingerprint([reference.description, "\(number)", opinion.rawValue, reason])
    }

    /// Performs the act; returns the change it replied to.
    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.ministry])
        let standing = try ConditionStore.lock(session, reference, number)
        let owed = try session.first(
            """
            SELECT k.condition_change_id FROM condition_change AS k
            JOIN deadline AS c ON c.case_file_id = k.case_file_id AND c.subject = 'change' AND c.subject_id = k.condition_change_id
            WHERE k.decision_id = \(standing.decision) AND k.condition_no = \(Int64(number)) AND k.is_accepted IS NULL
                AND c.organisation_id = acting_organisation_id() AND c.ended_on IS NULL
            """, as: Int64.self)
        guard let owed else { throw Refusal.condition(.changeReplyNotOwed(number)) }
        try Reason.mayBe(reason, where: opinion == .oppose)
        try session.execute(
            """
            INSERT INTO change_reply (condition_change_id, case_file_id, opinion, reason)
            VALUES (\(owed), \(standing.subject.id), \(opinion), \(reason.map(normalised)))
            """)
        return owed
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> RepliedChange {
        try session.one(
            """
            SELECT c.case_file_id, c.reference, k.condition_no, o.name, r.opinion
            FROM change_reply AS r JOIN condition_change AS k USING (condition_change_id)
            JOIN case_file AS c ON c.case_file_id = k.case_file_id JOIN organisation AS o ON o.organisation_id = r.ministry_id
            WHERE r.condition_change_id = \(receipt) AND r.ministry_id = acting_organisation_id()
            """
        ) { (id: CaseFileID, reference: String?, number: Int, ministry: String, opinion: ChangeOpinion) in
            RepliedChange(
                reference: CaseReference(number: reference, id), number: number, ministry: ministry, opinion: opinion)
        }
    }
}

/// A ministry's reply to the change of a condition.
public struct RepliedChange: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The condition's number.
    public let number: Int
    /// Who replied.
    public let ministry: String
    /// What it said.
    public let opinion: ChangeOpinion
}
