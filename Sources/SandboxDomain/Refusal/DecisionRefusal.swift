/// What the rules of a decision refuse (의결); a part of ``Refusal``.
public enum DecisionRefusal: RefusalGroup {
    /// A grant needs the reply of at least one ministry (Act 37③, 38의2⑤).
    case ministryNotConsulted
    /// This track does not have that outcome.
    case outcomeNotForTrack(DecisionOutcome, TrackCode, known: [DecisionOutcome])
    /// An opinion or outcome "with conditions" without any.
    case conditionsRequired
    /// Conditions with an opinion or outcome that takes none.
    case conditionsNotAllowed
    /// A decision dated before the filing or in the future.
    case dateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)
    /// The case has its decision; neither it nor its conditions are added to.
    case alreadyDecided
    /// These ministries replied otherwise, and no reason is given (Act 36④).
    case againstReplies([String])
    /// So many conditions were proposed to the committee; a grant without them needs a reason.
    case conditionsDropped(Int)

    /// The stable codes.
    public enum Code: String, StableCode {
        case ministryNotConsulted = "ministry-not-consulted"
        case outcomeNotForTrack = "outcome-not-for-track"
        case conditionsRequired = "conditions-required"
        case conditionsNotAllowed = "conditions-not-allowed"
        case dateOutside = "decision-date-outside"
        case alreadyDecided = "already-decided"
        case againstReplies = "against-replies"
        case conditionsDropped = "conditions-dropped"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .ministryNotConsulted: (.ministryNotConsulted, .sendConsultation)
        case .outcomeNotForTrack(_, _, let known): (.outcomeNotForTrack, known.isEmpty ? nil : .chooseKnown)
        case .conditionsRequired: (.conditionsRequired, .nameConditions)
        case .conditionsNotAllowed: (.conditionsNotAllowed, .dropConditions)
        case .dateOutside: (.dateOutside, .otherDate)
        case .alreadyDecided: (.alreadyDecided, .correctDecision)
        case .againstReplies: (.againstReplies, .giveReason)
        case .conditionsDropped: (.conditionsDropped, .keepConditions)
        }
    }
}
