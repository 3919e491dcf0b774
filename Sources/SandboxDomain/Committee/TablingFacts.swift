/// What tabling a case depends on.
public struct TablingFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// The track of the case.
    public var track: TrackCode
    /// What each committee that decides the track needs, by the committee's code.
    public var committees: [String: CommitteeNeed]
    /// The meeting whose agenda the case is on already.
    public var openMeeting: MeetingReference?
    /// Whether a precedent is named.
    public var hasPrecedent: Bool
    /// Whether the case was on the agenda of the meeting in question before.
    public var wasTabled: Bool
    /// What the case still waits for.
    public var readiness: Readiness

    /// What tabling depends on.
    public init(
        stage: Stage, track: TrackCode, committees: [String: CommitteeNeed], openMeeting: MeetingReference? = nil,
        hasPrecedent: Bool = false, wasTabled: Bool = false, readiness: Readiness = Readiness()
    ) {
        (self.stage, self.track, self.committees) = (stage, track, committees)
        (self.openMeeting, self.hasPrecedent, self.wasTabled) = (openMeeting, hasPrecedent, wasTabled)
        self.readiness = readiness
    }

    /// Whether the case may be put on the agenda of a meeting of that committee.
    ///
    /// Example: the fast-track expert committee takes a demonstration only if it follows a precedent (Act 38의2⑦).
    public func mayTable(at meeting: MeetingReference, delegatedBy resolution: String?) throws(Refusal) {
        try stage.mayPrepare()
        if let openMeeting { throw .committee(.alreadyTabled(openMeeting)) }
        guard let need = committees[meeting.committee] else {
            throw .committee(.committeeNotForTrack(meeting.committee, track, known: committees.keys.sorted()))
        }
        if need == .precedent, !hasPrecedent { throw .committee(.precedentRequired) }
        if need == .delegation, resolution == nil { throw .committee(.delegationRequired) }
        if need != .delegation, resolution != nil { throw .committee(.delegationNotAllowed) }
        try readiness.mayBeTabled()
        if wasTabled { throw .committee(.alreadyTabled(meeting)) }
    }
}

/// What a case still waits for before a committee gets it. The committee is not called together for what it cannot decide.
public struct Readiness: Hashable, Sendable {
    /// The ministries that have not replied yet.
    public var openMinistries: [String]
    /// The ministries that contest a lapse (Act 36③) which is not resolved yet.
    public var contestedMinistries: [String]
    /// The numbers of the supplements not answered yet.
    public var openSupplements: [Int]
    /// The ministries that the proposal names, and that nobody asked and of which nobody said why not.
    public var unaskedMinistries: [String]

    /// What a case waits for; by default nothing.
    public init(
        openMinistries: [String] = [], contestedMinistries: [String] = [], openSupplements: [Int] = [],
        unaskedMinistries: [String] = []
    ) {
        (self.openMinistries, self.contestedMinistries) = (openMinistries, contestedMinistries)
        (self.openSupplements, self.unaskedMinistries) = (openSupplements, unaskedMinistries)
    }

    /// Whether the case may go before a committee: it is tabled, or the agenda it is on is frozen.
    public func mayBeTabled() throws(Refusal) {
        guard openMinistries.isEmpty else { throw .consultation(.open(openMinistries)) }
        guard contestedMinistries.isEmpty else { throw .consultation(.lapseOpen(contestedMinistries)) }
        guard openSupplements.isEmpty else { throw .caseFile(.supplementOpen(openSupplements)) }
        // No grant could follow. Who wants to reject without asking says why nobody was asked (consult omit).
        guard unaskedMinistries.isEmpty else { throw .consultation(.ministriesUnasked(unaskedMinistries)) }
    }
}

/// A meeting as the rules see it that move, cancel or open it again.
public struct MeetingState: Hashable, Sendable {
    /// The meeting.
    public var meeting: MeetingReference
    /// Whether its agenda is frozen.
    public var isFrozen: Bool
    /// Whether it was cancelled.
    public var isCancelled: Bool
    /// Whether votes were recorded, or an item was decided or put off.
    public var hasBegun: Bool

    /// The state of a meeting.
    public init(meeting: MeetingReference, isFrozen: Bool, isCancelled: Bool = false, hasBegun: Bool = false) {
        (self.meeting, self.isFrozen) = (meeting, isFrozen)
        (self.isCancelled, self.hasBegun) = (isCancelled, hasBegun)
    }

    /// Whether a meeting is held on those days: since the regime began, and no further ahead than anybody plans.
    public static func mayBeHeld(on days: [CivilDate], earliest: CivilDate, latest: CivilDate) throws(Refusal) {
        if let day = days.first(where: { $0 < earliest || $0 > latest }) {
            throw .dateOutside(day, earliest: earliest, latest: latest)
        }
    }

    /// Whether members and items may still be added and removed.
    public func mayChange() throws(Refusal) {
        guard !isCancelled else { throw .committee(.meetingCancelled(meeting)) }
        guard !isFrozen else { throw .committee(.agendaFrozen(meeting)) }
    }

    /// Whether the meeting is moved to another day, or cancelled: until it has begun. Whoever was told of it learns why.
    public func mayMove(reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        guard !isCancelled else { throw .committee(.meetingCancelled(meeting)) }
        guard !hasBegun else { throw .committee(.meetingBegun(meeting)) }
    }

    /// Whether a frozen agenda is opened again, to put right what is on it or who sits: until the meeting has begun.
    public func mayReopen(reason: String) throws(Refusal) {
        try mayMove(reason: reason)
        guard isFrozen else { throw .committee(.agendaNotFrozen(meeting)) }
    }
}

/// What re-deliberation (재심의) depends on.
public struct RedeliberationFacts: Hashable, Sendable {
    /// The decision in force, if there is one.
    public var outcome: DecisionOutcome?
    /// Whether the case has been deliberated again before.
    public var wasAsked: Bool
    /// Today, in the authority's zone.
    public var today: CivilDate
    /// The last day on which it may be asked for; nil where the regime sets none.
    public var lastDay: CivilDate?

    /// What re-deliberation depends on.
    public init(outcome: DecisionOutcome?, wasAsked: Bool, today: CivilDate, lastDay: CivilDate?) {
        (self.outcome, self.wasAsked, self.today, self.lastDay) = (outcome, wasAsked, today, lastDay)
    }

    /// Whether the company may ask for it: after a rejection, once, within 60 days (RegAct 19의3⑥; its decree 13의4).
    public func mayAsk() throws(Refusal) {
        guard !wasAsked else { throw .committee(.redeliberatedOnce) }
        guard outcome == .rejected, let lastDay else { throw .committee(.notRejected) }
        guard today <= lastDay else { throw .committee(.redeliberationTooLate(lastDay)) }
    }
}
