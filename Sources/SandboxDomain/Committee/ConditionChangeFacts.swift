/// What changing a condition of a grant depends on (RegAct 19의3⑦; its decree 13의5).
public struct ConditionChangeFacts: Hashable, Sendable {
    /// The number of the condition.
    public var number: Int
    /// Whether a change of it waits for a ruling.
    public var isOpen: Bool
    /// The ministries that have not replied to that change and may still do so.
    public var awaited: [String]

    /// Whether the grant is in force no more.
    public var isGrantOver: Bool

    /// What a change depends on.
    public init(number: Int, isOpen: Bool, awaited: [String] = [], isGrantOver: Bool = false) {
        (self.number, self.isOpen, self.awaited, self.isGrantOver) = (number, isOpen, awaited, isGrantOver)
    }

    /// Whether a change may be asked for: of a grant in force, one at a time. Of a grant that is over nothing begins.
    public func mayAsk() throws(Refusal) {
        guard !isGrantOver else { throw .condition(.conditionGrantOver(number)) }
        guard !isOpen else { throw .condition(.conditionChangeOpen(number)) }
    }

    /// Whether the desk may rule on it: refuse it with a reason, or accept it when no reply is awaited any more.
    public func mayRule(accept: Bool, reason: String?) throws(Refusal) {
        try Reason.mayBe(reason, where: !accept)
        guard !accept || awaited.isEmpty else { throw .condition(.changeReplyOpen(awaited)) }
        guard isOpen else { throw .condition(.conditionChangeNoneOpen(number)) }
    }

    /// Whether the desk may waive what is still owed of it: once, with a reason, of a grant that is over. Conditions of a grant
    /// in force are changed (RegAct 19의3⑦).
    ///
    /// Example: a report that was due before the business was given up, of a company that no longer exists.
    public func mayWaive(isWaived: Bool, reason: String?) throws(Refusal) {
        try Reason.mayBe(reason)
        guard isGrantOver else { throw .condition(.conditionGrantInForce(number)) }
        guard !isWaived else { throw .condition(.conditionWaived(number)) }
    }
}
