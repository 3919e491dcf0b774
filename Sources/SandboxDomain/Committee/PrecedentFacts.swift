/// What following an earlier grant depends on (동일·유사: Act 37④, 38의2⑦).
public struct PrecedentFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// Whether its precedent is named.
    public var hasPrecedent: Bool
    /// The earlier case.
    public var precedent: CaseReference
    /// Whether that one is another case, a grant of the same track, and concerned every law this case concerns.
    public var isSimilar: Bool

    /// What following a precedent depends on.
    public init(stage: Stage, hasPrecedent: Bool, precedent: CaseReference, isSimilar: Bool) {
        (self.stage, self.hasPrecedent, self.precedent) = (stage, hasPrecedent, precedent)
        self.isSimilar = isSimilar
    }

    /// Whether the desk may name it: while the case is in its hands, once, with a reason.
    public func mayFollow(reason: String) throws(Refusal) {
        try stage.mayPrepare()
        guard !hasPrecedent else { throw .committee(.precedentNamed) }
        guard isSimilar else { throw .committee(.notAPrecedent(precedent)) }
        try Reason.mayBe(reason)
    }

    /// Whether a decision may depart from an earlier case: from a grant of another case, and with a reason.
    public static func mayDepart(
        from precedent: CaseReference, isOtherGrant: Bool, reason: String?
    ) throws(Refusal) {
        try Reason.mayBe(reason)
        guard isOtherGrant else { throw .committee(.notAPrecedent(precedent)) }
    }
}
