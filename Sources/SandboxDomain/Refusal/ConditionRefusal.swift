/// What the rules for conditions refuse; a part of ``Refusal``.
public enum ConditionRefusal: RefusalGroup {
    /// Conditions that do not say what they are for or how to tell that they are met.
    case conditionIncomplete([ConditionGap])
    /// The case has no grant with conditions in force.
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
    /// The grant is over: its conditions are not changed any more.
    case conditionGrantOver(Int)
    /// The grant is in force: its conditions are changed, not waived.
    case conditionGrantInForce(Int)
    /// The desk has waived this condition.
    case conditionWaived(Int)

    /// The stable codes.
    public enum Code: String, StableCode {
        case conditionIncomplete = "condition-incomplete"
        case conditionNotStanding = "condition-not-standing"
        case conditionChangeOpen = "condition-change-open"
        case conditionChangeNoneOpen = "condition-change-none-open"
        case changeReplyNotOwed = "change-reply-not-owed"
        case changeReplyOpen = "change-reply-open"
        case evidenceNoneOpen = "evidence-none-open"
        case conditionGrantOver = "condition-grant-over"
        case conditionGrantInForce = "condition-grant-in-force"
        case conditionWaived = "condition-waived"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .conditionIncomplete: (.conditionIncomplete, .completeConditions)
        case .conditionNotStanding: (.conditionNotStanding, nil)
        case .conditionChangeOpen: (.conditionChangeOpen, nil)
        case .conditionChangeNoneOpen: (.conditionChangeNoneOpen, nil)
        case .changeReplyNotOwed: (.changeReplyNotOwed, nil)
        case .changeReplyOpen: (.changeReplyOpen, .awaitChangeReplies)
        case .evidenceNoneOpen: (.evidenceNoneOpen, .recallEvidenceRuling)
        case .conditionGrantOver: (.conditionGrantOver, .submitEvidence)
        case .conditionGrantInForce: (.conditionGrantInForce, nil)
        case .conditionWaived: (.conditionWaived, nil)
        }
    }
}
