/// What the rules of the committee refuse; a part of ``Refusal``.
public enum CommitteeRefusal: RefusalGroup {
    // Meetings and agendas.
    /// A meeting of that number exists.
    case meetingExists(MeetingReference)
    /// The regime no longer has this committee, and nothing is under way for it.
    case committeeClosed(String)
    /// The meeting is not composed as the law has it.
    case compositionUnlawful([CompositionFault])
    /// What was tabled for good is not changed, nor who sits.
    case agendaFrozen(MeetingReference)
    /// Nothing is voted on or decided before the agenda is frozen.
    case agendaNotFrozen(MeetingReference)
    /// The meeting was cancelled.
    case meetingCancelled(MeetingReference)
    /// Votes were recorded, or an item was decided or put off: what took place is neither moved nor cancelled.
    case meetingBegun(MeetingReference)
    /// There is nothing on the agenda.
    case agendaEmpty(MeetingReference)
    /// The case is on the agenda of this meeting already.
    case alreadyTabled(MeetingReference)
    /// The committee of that code does not decide the track.
    case committeeNotForTrack(String, TrackCode, known: [String])
    /// The committee decides only what follows a precedent (Act 37④, 38의2⑦).
    case precedentRequired
    /// The committee decides only what was delegated to it (Act 10의2③).
    case delegationRequired
    /// The committee decides of its own right.
    case delegationNotAllowed
    /// A committee decides the track, and the case is not on an open agenda, or not on that one.
    case notOnAgenda
    /// The item was decided, deferred or withdrawn.
    case itemClosed
    // Votes and decisions (Decree 8의2④, 8의3).
    /// The meeting has not begun.
    case meetingNotBegun(CivilDate)
    /// The member takes no part in the item.
    case memberRecused(String)
    /// The member has voted.
    case memberHasVoted(String)
    /// No vote of the member is recorded.
    case memberHasNotVoted(String)
    /// The vote of the member is recorded so already.
    case voteUnchanged(String)
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
    /// Mediation takes place between filing and today, and does not overlap another.
    case mediationDateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)

    /// The stable codes.
    public enum Code: String, StableCode {
        case meetingExists = "meeting-exists"
        case committeeClosed = "committee-closed"
        case compositionUnlawful = "composition-unlawful"
        case agendaFrozen = "agenda-frozen"
        case agendaNotFrozen = "agenda-not-frozen"
        case meetingCancelled = "meeting-cancelled"
        case meetingBegun = "meeting-begun"
        case agendaEmpty = "agenda-empty"
        case alreadyTabled = "already-tabled"
        case committeeNotForTrack = "committee-not-for-track"
        case precedentRequired = "precedent-required"
        case delegationRequired = "delegation-required"
        case delegationNotAllowed = "delegation-not-allowed"
        case notOnAgenda = "not-on-agenda"
        case itemClosed = "item-closed"
        case meetingNotBegun = "meeting-not-begun"
        case memberRecused = "member-recused"
        case memberHasVoted = "member-has-voted"
        case memberHasNotVoted = "member-has-not-voted"
        case voteUnchanged = "vote-unchanged"
        case quorumMissing = "quorum-missing"
        case votesSayOtherwise = "votes-say-otherwise"
        case notRejected = "not-rejected"
        case redeliberatedOnce = "redeliberated-once"
        case redeliberationTooLate = "redeliberation-too-late"
        case notAPrecedent = "not-a-precedent"
        case precedentNamed = "precedent-named"
        case mediationOpen = "mediation-open"
        case mediationNoneOpen = "mediation-none-open"
        case mediationDateOutside = "mediation-date-outside"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .meetingExists: (.meetingExists, .otherNumber)
        case .committeeClosed: (.committeeClosed, nil)
        case .compositionUnlawful: (.compositionUnlawful, .composeLawfully)
        case .agendaFrozen: (.agendaFrozen, .reopenAgenda)
        case .agendaNotFrozen: (.agendaNotFrozen, .freezeAgenda)
        case .meetingCancelled: (.meetingCancelled, .laterMeeting)
        case .meetingBegun: (.meetingBegun, .deferItem)
        case .agendaEmpty: (.agendaEmpty, .tableCase)
        case .alreadyTabled: (.alreadyTabled, nil)
        case .committeeNotForTrack(_, _, let known): (.committeeNotForTrack, known.isEmpty ? nil : .chooseKnown)
        case .precedentRequired: (.precedentRequired, .namePrecedent)
        case .delegationRequired: (.delegationRequired, nil)
        case .delegationNotAllowed: (.delegationNotAllowed, nil)
        case .notOnAgenda: (.notOnAgenda, .tableCase)
        case .itemClosed: (.itemClosed, nil)
        case .meetingNotBegun: (.meetingNotBegun, .awaitMeeting)
        case .memberRecused: (.memberRecused, nil)
        case .memberHasVoted: (.memberHasVoted, .correctVote)
        case .memberHasNotVoted: (.memberHasNotVoted, .castVote)
        case .voteUnchanged: (.voteUnchanged, nil)
        case .quorumMissing: (.quorumMissing, .deferItem)
        case .votesSayOtherwise: (.votesSayOtherwise, .correctVote)
        case .notRejected: (.notRejected, nil)
        case .redeliberatedOnce: (.redeliberatedOnce, nil)
        case .redeliberationTooLate: (.redeliberationTooLate, nil)
        case .notAPrecedent: (.notAPrecedent, nil)
        case .precedentNamed: (.precedentNamed, nil)
        case .mediationOpen: (.mediationOpen, nil)
        case .mediationNoneOpen: (.mediationNoneOpen, nil)
        case .mediationDateOutside: (.mediationDateOutside, .otherDate)
        }
    }
}
