public import Postgres
public import SandboxDomain

/// What was promised at summits, and what became of it, as of a day.
public struct CommitmentList: RowQuery {
    /// Only of this summit.
    public var summit: Int?
    /// Only this regime's; nil for all.
    public var regime: RegimeCode?
    /// Only of this owner.
    public var owner: String?
    /// Only those in these states; empty for all.
    public var states: [CommitmentState] = []
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    /// The maximum number of rows, plus one if there are more; nil for all.
    public var limit: Int?
    var commitmentID: Int64?

    /// All, today.
    public init() {}

    public func forEach(_ session: Session, _ body: (CommitmentRow) throws -> Void) throws {
        if let summit { _ = try SummitStore.get(session, summit) }
        var conditions: [SQL] = ["true"]
        if let commitmentID { conditions.append("c.commitment_id = \(commitmentID)") }
        if let summit { conditions.append("s.summit_no = \(summit)") }
        if let regime { conditions.append("s.regime = \(try RegimeStore.get(session, regime))") }
        if let owner { conditions.append("c.owner = \(normalised(owner))") }
        if !states.isEmpty { conditions.append("x.state = ANY (\(states.map(\.rawValue)))") }
        try session.stream(
            """
            SELECT s.summit_no, c.commitment_no, t.topic_no, c.kind, c.owner, c.body, c.due, c.due_on, x.as_of, x.state,
                x.settled_on, x.evidence, x.last_evidence, c.source
            FROM commitment_at(\(asOf)::date) AS x JOIN commitment AS c USING (commitment_id)
            JOIN summit AS s USING (summit_id) LEFT JOIN summit_topic AS t USING (summit_topic_id)
            WHERE \(conditions.joined(by: " AND ")) ORDER BY s.regime, s.summit_no, c.commitment_no \(limit.oneMore)
            """, CommitmentRow.init, body)
    }
}

/// Something promised at a summit, and what became of it.
public struct CommitmentRow: Sendable {
    /// How it is quoted.
    public let reference: CommitmentReference
    /// The number of the topic it belongs to.
    public let topic: Int?
    /// What kind of thing.
    public let kind: CommitmentKind
    /// Who promised it.
    public let owner: String
    /// What was promised.
    public let text: String
    /// By when, as it was said.
    public let due: String?
    /// The last day those words mean.
    public let dueOn: CivilDate?
    /// The day looked at.
    public let asOf: CivilDate
    /// Its state.
    public let state: CommitmentState
    /// The day it was fulfilled or withdrawn.
    public let settledOn: CivilDate?
    /// How much evidence there is.
    public let evidence: Int
    /// The last of it.
    public let lastEvidence: String?
    /// Where it is written.
    public let source: String?

    init(
        summit: Int, number: Int, topic: Int?, kind: CommitmentKind, owner: String, text: String, due: String?,
        dueOn: CivilDate?, asOf: CivilDate, state: CommitmentState, settledOn: CivilDate?, evidence: Int,
        lastEvidence: String?, source: String?
    ) {
        reference = CommitmentReference(summit: summit, number: number)
        (self.topic, self.kind, self.owner, self.text, self.due, self.dueOn) = (topic, kind, owner, text, due, dueOn)
        (self.asOf, self.state, self.settledOn) = (asOf, state, settledOn)
        (self.evidence, self.lastEvidence, self.source) = (evidence, lastEvidence, source)
    }
}
