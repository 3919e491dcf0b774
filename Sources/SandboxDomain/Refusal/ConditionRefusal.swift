/// What the rules for conditions refuse; a part of ``Refusal``.
public enum ConditionRefusal: Hashable, Sendable {
    /// Conditions that do not say what they are for or how one sees that they are met.
    case conditionIncomplete([ConditionGap])
    /// The case has no grant with conditions that stands.
    case conditionNotStanding
    /// A change of this condition is asked for and not ruled on yet.
    case conditionChangeOpen(Int)
    /// No change of this condition waits for a ruling.
    case conditionChangeNoneOpen(Int)
    /// The acting ministry owes no reply to a change of this condition (RegAct 19의3⑦).
    case changeReplyNotOwed(Int)
    /// These ministries may still reply to the change: their periods run (RegAct 19의3⑦; decree 13의5).
    case changeReplyOpen([String])
    /// No evidence for this condition waits for a ruling.
    case evidenceNoneOpen(Int)

    /// The stable code of this refusal.
    public var code: Refusal.Code {
        switch self {
        case .conditionIncomplete: .conditionIncomplete
        case .conditionNotStanding: .conditionNotStanding
        case .conditionChangeOpen: .conditionChangeOpen
        case .conditionChangeNoneOpen: .conditionChangeNoneOpen
        case .changeReplyNotOwed: .changeReplyNotOwed
        case .changeReplyOpen: .changeReplyOpen
        case .evidenceNoneOpen: .evidenceNoneOpen
        }
    }

    /// What would make the refused act possible.
    public var remedy: Refusal.Remedy {
        switch self {
        case .conditionIncomplete: .completeConditions
        case .conditionNotStanding, .conditionChangeOpen, .conditionChangeNoneOpen, .changeReplyNotOwed,
            .changeReplyOpen, .evidenceNoneOpen:
            .none
        }
    }
}
