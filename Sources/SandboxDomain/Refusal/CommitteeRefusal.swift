/// What the rules of the committee refuse; a part of ``Refusal``.
public enum CommitteeRefusal: Hashable, Sendable {
    // Sessions and agendas.
    /// A session of that number exists.
    case sessionExists(SessionReference)
    /// The regime no longer has this committee, and nothing is under way for it.
    case bodyClosed(String)
    /// The session is not composed as the law has it.
    case compositionUnlawful([CompositionFault])
    /// What was tabled for good is not changed, nor who sits.
    case agendaFrozen(SessionReference)
    /// Nothing is voted on or decided before the agenda is frozen.
    case agendaNotFrozen(SessionReference)
    /// There is nothing on the agenda.
    case agendaEmpty(SessionReference)
    /// The case stands on the agenda of this session.
    case alreadyTabled(SessionReference)
    /// The body of that code does not decide the track.
    case bodyNotForTrack(String, TrackCode, known: [String])
    /// The body decides only what follows a precedent (Act 37④, 38의2⑦).
    case precedentRequired
    /// The body decides only what was delegated to it (Act 10의2③).
    case delegationRequired
    /// The body decides of its own right.
    case delegationNotAllowed
    /// A committee decides the track, and the case is not on an open agenda, or not on that one.
    case notOnAgenda
    /// The item was decided, deferred or withdrawn.
    case itemClosed

    // Votes and decisions (Decree 8의2④, 8의3).
    /// The session has not begun.
    case sessionNotBegun(CivilDate)
    /// The member takes no part in the item.
    case memberRecused(String)
    /// The member has voted.
    case memberHasVoted(String)
    /// Too few members were present.
    case quorumMissing(present: Int, composed: Int)
    /// The votes say otherwise.
    case votesSayOtherwise(DecisionOutcome, inFavour: Int, present: Int)

    // Re-deliberation (재심의: RegAct 19의3⑥).
    /// Only a rejected case is deliberated again.
    case notRejected
    /// A case is deliberated again once.
    case redeliberatedOnce
    /// The period for it ended on this day.
    case redeliberationTooLate(CivilDate)

    // Precedents (동일·유사: Act 37④, 38의2⑦) and mediation (decree of RegAct 13의3).
    /// A precedent is a grant of the same track that concerned the same laws.
    case notAPrecedent(CaseReference)
    /// The case has its precedent.
    case precedentNamed
    /// A mediation is under way.
    case mediationOpen
    /// No mediation is under way.
    case mediationNoneOpen
    /// Mediation lies between filing and today, and does not overlap another.
    case mediationDateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)

    /// The stable code of this refusal.
    public var code: Refusal.Code {
        switch self {
        case .sessionExists: .sessionExists
        case .bodyClosed: .bodyClosed
        case .compositionUnlawful: .compositionUnlawful
        case .agendaFrozen: .agendaFrozen
        case .agendaNotFrozen: .agendaNotFrozen
        case .agendaEmpty: .agendaEmpty
        case .alreadyTabled: .alreadyTabled
        case .bodyNotForTrack: .bodyNotForTrack
        case .precedentRequired: .precedentRequired
        case .delegationRequired: .delegationRequired
        case .delegationNotAllowed: .delegationNotAllowed
        case .notOnAgenda: .notOnAgenda
        case .itemClosed: .itemClosed
        case .sessionNotBegun: .sessionNotBegun
        case .memberRecused: .memberRecused
        case .memberHasVoted: .memberHasVoted
        case .quorumMissing: .quorumMissing
        case .votesSayOtherwise: .votesSayOtherwise
        case .notRejected: .notRejected
        case .redeliberatedOnce: .redeliberatedOnce
        case .redeliberationTooLate: .redeliberationTooLate
        case .notAPrecedent: .notAPrecedent
        case .precedentNamed: .precedentNamed
        case .mediationOpen: .mediationOpen
        case .mediationNoneOpen: .mediationNoneOpen
        case .mediationDateOutside: .mediationDateOutside
        }
    }

    /// What would make the refused act possible.
    public var remedy: Refusal.Remedy {
        switch self {
        case .sessionExists: .otherName
        case .compositionUnlawful: .composeLawfully
        case .agendaFrozen: .laterSession
        case .agendaNotFrozen: .freezeAgenda
        case .agendaEmpty, .notOnAgenda: .tableCase
        case .bodyNotForTrack: .chooseKnown
        case .precedentRequired: .namePrecedent
        case .quorumMissing: .deferItem
        case .mediationDateOutside: .otherDate
        case .bodyClosed, .alreadyTabled, .delegationRequired, .delegationNotAllowed, .itemClosed, .sessionNotBegun,
            .memberRecused, .memberHasVoted, .votesSayOtherwise, .notRejected, .redeliberatedOnce,
            .redeliberationTooLate, .notAPrecedent, .precedentNamed, .mediationOpen, .mediationNoneOpen:
            .none
        }
    }
}
