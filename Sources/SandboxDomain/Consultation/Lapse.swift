/// What became of a lapse that was contested.
public enum LapseResolution: String, StableCode {
    /// The lapse remains in force.
    case upheld
    /// The lapse no longer counts: the ministry is notified again, and a new period runs.
    case setAside = "set-aside"
}

/// The state of a lapse: silence that the law gives a meaning, deemed agreement (Act 36③), recorded as a
/// proposed outcome.
public struct LapseFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// Whether somebody contests it.
    public var isContested: Bool
    /// Whether that has been resolved.
    public var isResolved: Bool

    /// The state of a lapse.
    public init(stage: Stage, isContested: Bool, isResolved: Bool) {
        (self.stage, self.isContested, self.isResolved) = (stage, isContested, isResolved)
    }

    /// Whether it may be contested: once, with a reason, while the case is in consultation.
    public func mayContest(reason: String) throws(Refusal) {
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
        guard !isContested else { throw .consultation(.lapseContested) }
        try Reason.mayBe(reason)
    }

    /// Whether the desk may resolve it: what is contested, once, with a reason, before the case is decided.
    public func mayResolve(reason: String) throws(Refusal) {
        guard stage == .consulting else { throw .wrongStage(stage, allowed: [.consulting]) }
        guard isContested, !isResolved else { throw .consultation(.lapseNotContested) }
        try Reason.mayBe(reason)
    }
}
