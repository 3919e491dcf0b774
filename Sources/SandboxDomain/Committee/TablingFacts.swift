/// What tabling a case depends on.
public struct TablingFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// The track of the case.
    public var track: TrackCode
    /// What each body that decides the track needs, by the body's code.
    public var bodies: [String: BodyNeed]
    /// The session on whose agenda the case stands already.
    public var openSession: SessionReference?
    /// Whether a precedent is named.
    public var hasPrecedent: Bool
    /// Whether the case was on the agenda of the session in question before.
    public var wasTabled: Bool

    /// What tabling depends on.
    public init(
        stage: Stage, track: TrackCode, bodies: [String: BodyNeed], openSession: SessionReference? = nil,
        hasPrecedent: Bool = false, wasTabled: Bool = false
    ) {
        (self.stage, self.track, self.bodies) = (stage, track, bodies)
        (self.openSession, self.hasPrecedent, self.wasTabled) = (openSession, hasPrecedent, wasTabled)
    }

    /// Whether the case may be put on the agenda of a session of that body.
    ///
    /// Example: the fast-track expert committee takes a demonstration only if it follows a precedent (Act 38의2⑦).
    public func mayTable(at session: SessionReference, delegatedBy resolution: String?) throws(Refusal) {
        try stage.mayPrepare()
        if let openSession { throw .committee(.alreadyTabled(openSession)) }
        guard let need = bodies[session.body] else {
            throw .committee(.bodyNotForTrack(session.body, track, known: bodies.keys.sorted()))
        }
        if need == .precedent, !hasPrecedent { throw .committee(.precedentRequired) }
        if need == .delegation, resolution == nil { throw .committee(.delegationRequired) }
        if need != .delegation, resolution != nil { throw .committee(.delegationNotAllowed) }
        if wasTabled { throw .committee(.alreadyTabled(session)) }
    }
}

/// What re-deliberation (재심의) depends on.
public struct RedeliberationFacts: Hashable, Sendable {
    /// The decision that stands, if there is one.
    public var outcome: DecisionOutcome?
    /// Whether the case has been deliberated again before.
    public var wasAsked: Bool
    /// Today, in the authority's zone.
    public var today: CivilDate
    /// The last day on which it may be asked for; nil where the regime knows none.
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
