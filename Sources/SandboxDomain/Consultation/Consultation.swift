/// The state of a consultation with one ministry (관계부처 협의).
public struct ConsultationFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// The track of the case.
    public var track: TrackCode
    /// The opinions that track knows.
    public var knownOpinions: [Opinion]
    /// The latest round sent to this ministry, from 1; nil if it was never asked.
    public var latestRound: Int?
    /// Whether that round waits for its reply.
    public var isOpen: Bool
    /// The last day for its reply, if it passed in silence and silence has a meaning (Act 36③).
    public var lapsedOn: CivilDate?
    /// The day the ministry was told of it, if it was.
    public var notifiedOn: CivilDate?

    /// The state of a consultation.
    public init(
        stage: Stage, track: TrackCode, knownOpinions: [Opinion], latestRound: Int?, isOpen: Bool,
        lapsedOn: CivilDate? = nil, notifiedOn: CivilDate? = nil
    ) {
        self.stage = stage
        self.track = track
        self.knownOpinions = knownOpinions
        self.latestRound = latestRound
        self.isOpen = isOpen
        (self.lapsedOn, self.notifiedOn) = (lapsedOn, notifiedOn)
    }

    /// Whether the desk may send this `ministry` a round (Act 36②, 37③, 38의2⑤): the one before must be replied to.
    public func maySend(to ministry: String) throws(Refusal) {
        try stage.mayPrepare()
        if isOpen, let latestRound { throw .consultation(.roundOpen(ministry: ministry, round: latestRound)) }
    }

    /// Whether an organisation may be asked at all: a public body that is not closed.
    public static func mayAsk(_ name: String, _ kind: OrganisationKind, isClosed: Bool) throws(Refusal) {
        guard kind.isPublicBody else { throw .consultation(.notAMinistry(name)) }
        guard !isClosed else { throw .organisation(.closed(name)) }
    }

    /// Whether the shorter period of same-or-similar cases may be asked for: where the law gives the track one (Act 37④,
    /// 38의2⑦).
    /// It rests on the earlier grant that the case is like, which is named first.
    public static func mayHasten(_ track: TrackCode, hasFastTrack: Bool, hasPrecedent: Bool) throws(Refusal) {
        guard hasFastTrack else { throw .consultation(.noFastTrack(track)) }
        guard hasPrecedent else { throw .consultation(.fastTrackUnfounded) }
    }

    /// Whether the desk may call the open round off: as long as nobody relies on a reply or on silence that has a meaning.
    ///
    /// What it has been told of stays in the history; the period for the reply falls away.
    public func mayRecall(reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        guard let latestRound else { throw .consultation(.missing) }
        if let lapsedOn { throw .consultation(.replyLapsed(lapsedOn)) }
        guard isOpen else { throw .consultation(.alreadyReplied(round: latestRound)) }
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
    }

    /// Whether the desk may enter a reply that came as an official document (Decree 40④: in writing), on the day it arrived:
    /// between the day it was asked for and today. It is in time if it arrived in time, whenever it is entered.
    public func mayRecord(
        _ opinion: Opinion, conditions: Int, reason: String?, arrivedOn day: CivilDate, sentOn: CivilDate,
        today: CivilDate
    ) throws(Refusal) {
        guard (sentOn...max(sentOn, today)).contains(day) else {
            throw .dateOutside(day, earliest: sentOn, latest: today)
        }
        var facts = self
        if let lapsedOn, isOpen, day <= lapsedOn { facts.lapsedOn = nil }
        try facts.mayReply(opinion, conditions: conditions, reason: reason)
    }

    /// Whether the desk may say that a ministry which the proposal names is not asked: with a reason, and if it was not.
    public static func mayOmit(
        _ ministry: String, at stage: Stage, wasAsked: Bool, reason: String
    ) throws(Refusal) {
        try Reason.mayBe(reason)
        try stage.mayPrepare()
        guard !wasAsked else { throw .consultation(.ministryAsked(ministry)) }
    }

    /// Whether the ministry may ask for a supplement: as long as it owes a reply.
    public func mayAskSupplement() throws(Refusal) {
        guard isOpen else { throw .consultation(.missing) }
    }

    /// Whether the ministry may reply this (Act 36③, 37④, 38의2⑤).
    ///
    /// Example: `agree-with-conditions` without a condition is refused, as is `oppose` without a reason.
    public func mayReply(_ opinion: Opinion, conditions: Int, reason: String?) throws(Refusal) {
        guard let latestRound else { throw .consultation(.missing) }
        if let lapsedOn { throw .consultation(.replyLapsed(lapsedOn)) }
        guard isOpen else { throw .consultation(.alreadyReplied(round: latestRound)) }
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
        guard knownOpinions.contains(opinion) else {
            throw .consultation(.opinionNotForTrack(opinion, track, known: knownOpinions))
        }
        if opinion.needsConditions && conditions == 0 { throw .decision(.conditionsRequired) }
        if !opinion.needsConditions && conditions > 0 { throw .decision(.conditionsNotAllowed) }
        try Reason.mayBe(reason, where: opinion.needsReason)
    }

    /// Whether the desk may record that the letter arrived on that day: once, while the round is open, between the day it
    /// was sent and today. The period for the reply runs from then (Act 36③; Decree 40④).
    public func mayNotify(on day: CivilDate, sentOn: CivilDate, today: CivilDate) throws(Refusal) {
        guard isOpen else { throw .consultation(.missing) }
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
        if let notifiedOn { throw .consultation(.alreadyNotified(notifiedOn)) }
        guard (sentOn...max(sentOn, today)).contains(day) else {
            throw .dateOutside(day, earliest: sentOn, latest: today)
        }
    }
}
