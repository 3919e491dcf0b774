/// An open item of an agenda: what voting and deciding depend on.
public struct AgendaFacts: Hashable, Sendable {
    /// The meeting.
    public var meeting: MeetingReference
    /// The day of the meeting; of a written vote its first.
    public var heldOn: CivilDate
    /// The last day of a written vote; else the day of the meeting.
    public var closesOn: CivilDate
    /// Whether the agenda is frozen.
    public var isFrozen: Bool
    /// The count of the votes so far.
    public var tally: Tally

    /// An open item.
    public init(
        meeting: MeetingReference, heldOn: CivilDate, closesOn: CivilDate, isFrozen: Bool, tally: Tally = Tally()
    ) {
        (self.meeting, self.heldOn, self.closesOn) = (meeting, heldOn, closesOn)
        (self.isFrozen, self.tally) = (isFrozen, tally)
    }

    /// Whether votes are taken: on what was tabled for good, and when the meeting has begun (Decree 8의2④).
    public func mayVote(on today: CivilDate) throws(Refusal) {
        guard isFrozen else { throw .committee(.agendaNotFrozen(meeting)) }
        guard heldOn <= today else { throw .committee(.meetingNotBegun(heldOn)) }
    }

    /// Whether the agenda of a meeting may be frozen: once there is something on it.
    public static func mayFreeze(_ meeting: MeetingReference, items: Int) throws(Refusal) {
        guard items > 0 else { throw .committee(.agendaEmpty(meeting)) }
    }

    /// Whether the desk may take the case off the agenda of that meeting: until it is frozen.
    public func mayUntable(from named: MeetingReference) throws(Refusal) {
        guard meeting == named else { throw .committee(.notOnAgenda) }
        guard !isFrozen else { throw .committee(.agendaFrozen(meeting)) }
    }

    /// Whether conditions may be put before the committee: some, until the agenda is frozen.
    public func mayPropose(conditions: Int) throws(Refusal) {
        guard !isFrozen else { throw .committee(.agendaFrozen(meeting)) }
        guard conditions > 0 else { throw .decision(.conditionsRequired) }
    }

    /// Whether the committee may defer the item: with a reason, from an agenda that is frozen.
    public func mayDefer(reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        guard isFrozen else { throw .committee(.agendaNotFrozen(meeting)) }
    }

    /// Whether the committee has decided so (Decree 8의2④): it opened with enough members, and the votes say so. What
    /// finds no majority is rejected (부결), and only that is.
    ///
    /// Example: 5 of 9 are present, 3 in favour: granted. 4 of 9 are present: nothing is decided.
    public func mayDecide(_ outcome: DecisionOutcome, on day: CivilDate) throws(Refusal) {
        guard isFrozen else { throw .committee(.agendaNotFrozen(meeting)) }
        guard tally.isQuorate else {
            throw .committee(.quorumMissing(present: tally.present, composed: tally.composed))
        }
        guard tally.isCarried == (outcome != .rejected) else {
            throw .committee(.votesSayOtherwise(outcome, inFavour: tally.inFavour, present: tally.present))
        }
        guard (heldOn...closesOn).contains(day) else {
            throw .decision(.dateOutside(day, earliest: heldOn, latest: closesOn))
        }
    }
}

/// The count of the votes on an item, by the rules of its committee.
public struct Tally: Hashable, Sendable {
    /// How many sit in the meeting, the recused among them.
    public var composed: Int
    /// How many of them take no part in this item.
    public var recused: Int
    /// How many voted or abstained.
    public var present: Int
    /// How many were in favour.
    public var inFavour: Int
    /// How many were against.
    public var against: Int
    /// How many abstained.
    public var abstained: Int
    /// Whether enough were present.
    public var isQuorate: Bool
    /// Whether enough of those were in favour.
    public var isCarried: Bool

    /// A count as the database has it; by default nobody has voted.
    public init(
        composed: Int = 0, recused: Int = 0, present: Int = 0, inFavour: Int = 0, against: Int = 0, abstained: Int = 0,
        isQuorate: Bool = false, isCarried: Bool = false
    ) {
        (self.composed, self.recused, self.present) = (composed, recused, present)
        (self.inFavour, self.against, self.abstained) = (inFavour, against, abstained)
        (self.isQuorate, self.isCarried) = (isQuorate, isCarried)
    }
}

/// Who decides a case.
public enum DecidingCommittee: Hashable, Sendable {
    /// The lead authority alone, as with a rapid confirmation (Act 36④).
    case authority
    /// A committee; nil when the case is on no open agenda.
    case committee(AgendaFacts?)

    /// Whether a decision may name that meeting: where a committee decides, the one on whose agenda the case is.
    public func mayMeet(at name: String) throws(Refusal) {
        guard case .committee(let item) = self else { return }
        guard let item, item.meeting == (try? MeetingReference(name)) else { throw .committee(.notOnAgenda) }
    }
}
