/// How a consultation with one ministry stands (관계부처 협의).
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

    /// How a consultation stands.
    public init(stage: Stage, track: TrackCode, knownOpinions: [Opinion], latestRound: Int?, isOpen: Bool) {
        self.stage = stage
        self.track = track
        self.knownOpinions = knownOpinions
        self.latestRound = latestRound
        self.isOpen = isOpen
    }

    /// Whether the desk may send this `ministry` a round (Act 36②, 37③, 38의2⑤): the one before must be replied to.
    public func maySend(to ministry: String) throws(Refusal) {
        guard stage == .received || stage == .consulting else {
            throw .wrongStage(stage, allowed: [.received, .consulting])
        }
        if isOpen, let latestRound { throw .roundOpen(ministry: ministry, round: latestRound) }
    }

    /// Whether the ministry may reply this (Act 36③, 37④, 38의2⑤).
    ///
    /// Example: `agree-with-conditions` without a condition is refused, as is `oppose` without a reason.
    public func mayReply(_ opinion: Opinion, conditions: Int, reason: String?) throws(Refusal) {
        guard let latestRound else { throw .consultationMissing }
        guard isOpen else { throw .alreadyReplied(round: latestRound) }
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
        guard knownOpinions.contains(opinion) else {
            throw .opinionNotForTrack(opinion, track, known: knownOpinions)
        }
        if opinion.needsConditions && conditions == 0 { throw .conditionsRequired }
        if !opinion.needsConditions && conditions > 0 { throw .conditionsNotAllowed }
        if opinion.needsReason && trimmed(reason ?? "").isEmpty { throw .reasonRequired }
    }
}
