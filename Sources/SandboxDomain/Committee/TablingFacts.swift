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

    /// What tabling depends on.
    public init(
        stage: Stage, track: TrackCode, committees: [String: CommitteeNeed], openMeeting: MeetingReference? = nil,
        hasPrecedent: Bool = false, wasTabled: Bool = false
    ) {
        (self.stage, self.track, self.committees) = (stage, track, committees)
        (self.openMeeting, self.hasPrecedent, self.wasTabled) = (openMeeting, hasPrecedent, wasTabled)
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
        if wasTabled { throw .committee(.alreadyTabled(meeting)) }
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
