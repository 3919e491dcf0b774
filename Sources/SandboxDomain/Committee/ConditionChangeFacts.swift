/// What changing a condition of a grant depends on (RegAct 19의3⑦; its decree 13의5).
public struct ConditionChangeFacts: Hashable, Sendable {
    /// The number of the condition.
    public var number: Int
    /// Whether a change of it waits for a ruling.
    public var isOpen: Bool
    /// The ministries that have not replied to that change and may still do so.
    public var awaited: [String]

    /// What a change depends on.
    public init(number: Int, isOpen: Bool, awaited: [String] = []) {
        (self.number, self.isOpen, self.awaited) = (number, isOpen, awaited)
    }

    /// Whether a change may be asked for: one at a time.
    public func mayAsk() throws(Refusal) {
        guard !isOpen else { throw .condition(.conditionChangeOpen(number)) }
    }

    /// Whether the desk may rule on it: refuse it with a reason, or accept it when no reply is awaited any more.
    public func mayRule(accept: Bool, reason: String?) throws(Refusal) {
        try Reason.mayBe(reason, where: !accept)
        guard !accept || awaited.isEmpty else { throw .condition(.changeReplyOpen(awaited)) }
        guard isOpen else { throw .condition(.conditionChangeNoneOpen(number)) }
    }
}
