/// Something raised at a summit.
public struct SummitPoint: Hashable, Sendable {
    /// Proposal, difficulty or suggestion.
    public var kind: PointKind
    /// Who raised it.
    public var by: String?
    /// What was said.
    public var text: String
    /// The number of the topic it belongs to.
    public var topic: Int?
    /// The case that came of it; then it is seen by those who may see the case.
    public var caseFile: CaseReference?
    /// Where it is written.
    public var source: String?

    /// Something raised.
    public init(_ kind: PointKind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

/// Something promised at a summit.
public struct SummitPromise: Hashable, Sendable {
    /// What kind of thing.
    public var kind: CommitmentKind
    /// Who promised it.
    public var owner: String
    /// What was promised.
    public var text: String
    /// By when, as it was said.
    public var due: DatePhrase?
    /// The number of the topic it belongs to.
    public var topic: Int?
    /// Where it is written.
    public var source: String?

    /// A promise.
    public init(_ kind: CommitmentKind, by owner: String, _ text: String) {
        (self.kind, self.owner, self.text) = (kind, owner, text)
    }
}
