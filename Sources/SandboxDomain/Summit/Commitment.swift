/// What was promised at a summit (이행 약속).
public enum CommitmentKind: String, StableCode {
    /// A company opens an interface to small firms (API 개방).
    case apiOpening = "api-opening"
    /// Computing resources.
    case compute
    /// Data.
    case data
    /// A change of rules or institutions.
    case institution
    /// Anything else.
    case other
}

/// The state of a commitment; it follows from the evidence and the day.
public enum CommitmentState: String, StableCode {
    /// Nothing settles it yet.
    case open
    /// Its day has passed, and nothing settles it.
    case overdue
    /// Fulfilled.
    case kept
    /// Taken back by whoever made it.
    case withdrawn
}

/// What a piece of evidence says of a commitment.
public enum EvidenceKind: String, StableCode {
    /// Something was done.
    case progress
    /// It is fulfilled.
    case fulfilled
    /// It is taken back.
    case withdrawn
    /// It is not settled after all.
    case reopened
}

/// What is raised at a summit.
public enum PointKind: String, StableCode {
    /// 제안: an exemption that is needed, and how it is to be applied.
    case proposal
    /// 애로사항.
    case difficulty
    /// 건의사항.
    case suggestion
}

/// A commitment as people quote it: the summit's number and its own, `1/2`.
public struct CommitmentReference: Hashable, Sendable, CustomStringConvertible {
    /// The number of the summit.
    public let summit: Int
    /// Its number at that summit.
    public let number: Int

    /// A commitment by its numbers.
    public init(summit: Int, number: Int) { (self.summit, self.number) = (summit, number) }

    /// Reads `1/2`.
    ///
    /// - Throws: ``InputProblem/notACommitment(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = halfWidth(trimmed(text)).split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let summit = parts[0], let number = parts[1], (1...9999).contains(summit),
            (1...9999).contains(number)
        else { throw .notACommitment(text) }
        self.init(summit: summit, number: number)
    }

    /// The commitment as it is quoted.
    public var description: String { "\(summit)/\(number)" }
}

/// The rules for what is said of commitments and by councils. The database's guards on `commitment_evidence` and
/// `council_report` say the same.
public enum SummitRule {
    /// Whether a person may say what became of a commitment: the desk always, else a person of the organisation that made
    /// it. A settled commitment is reopened before anything else is said of it.
    ///
    /// - Parameters:
    ///   - isOwn: whether the person acts for the organisation that made it.
    ///   - owner: who made it.
    ///   - settled: what settled it, if anything does.
    /// - Throws: ``NotPermitted``; ``SummitRefusal/commitmentNotOwn(_:)``, ``SummitRefusal/commitmentSettled``,
    ///   ``SummitRefusal/commitmentOpen``.
    public static func mayGive(
        _ kind: EvidenceKind, as role: GroupRole?, isOwn: Bool, owner: String, settled: EvidenceKind?,
        happenedOn: CivilDate?, today: CivilDate
    ) throws {
        try mayReport(as: role, isOwn: isOwn, owner)
        let isSettled = settled == .fulfilled || settled == .withdrawn
        if kind == .reopened, !isSettled { throw Refusal.summit(.commitmentOpen) }
        if kind != .reopened, isSettled { throw Refusal.summit(.commitmentSettled) }
        if let happenedOn, happenedOn > today { throw Refusal.dateInFuture(happenedOn) }
    }

    /// Whether a person may report for a council: the desk always, else a person of the organisation in the chair; and to a
    /// later summit than the one it was set up at.
    ///
    /// - Throws: ``NotPermitted``; ``SummitRefusal/commitmentNotOwn(_:)``, ``SummitRefusal/councilReportsLater``.
    public static func mayReport(
        as role: GroupRole?, isChair: Bool, chair: String?, setUpAt first: Int, to later: Int
    ) throws {
        try mayReport(as: role, isOwn: isChair, chair ?? "-")
        guard later > first else { throw Refusal.summit(.councilReportsLater) }
    }

    private static func mayReport(as role: GroupRole?, isOwn: Bool, _ owner: String) throws {
        switch role {
        case .desk: return
        case .company, .ministry: guard isOwn else { throw Refusal.summit(.commitmentNotOwn(owner)) }
        default: throw NotPermitted(role: role, needed: [.desk, .ministry, .company])
        }
    }
}
