public import Postgres
public import SandboxDomain

/// Is the event log what was recorded? Recomputes every digest: of each event, of the links and the head of each chain,
/// and of each seal. Compares them with a token that an outsider kept.
///
/// The database does it in one pass over the log; see `audit_break` and `audit_seal_break`.
public struct AuditVerify: Query {
    let token: SealToken?

    /// - Parameter token: what was kept of a seal.
    public init(token: SealToken? = nil) { self.token = token }

    /// - Throws: `NotPermitted` unless an auditor asks: others see a part of the log, in which events seem missing.
    public func answer(_ session: Session) throws -> AuditVerdict {
        _ = try Principal.current(session).required([.auditor])
        return try verdict(session)
    }

    /// The same for whoever may read the whole log.
    func verdict(_ session: Session) throws -> AuditVerdict {
        // It takes as long as the log requires; a time limit made for casework would stop it.
        try session.execute("SET LOCAL statement_timeout = 0")
        let counted = try session.one(
            """
            SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM event_chain), (SELECT count(*) FROM audit_seal),
                (SELECT max(up_to) FROM audit_seal)
            """
        ) { (events: Int, chains: Int, seals: Int, sealed: EventID?) in
            AuditVerdict(events: events, chains: chains, seals: seals, sealedUpTo: sealed, breaks: [])
        }
        var breaks = try Self.breaks(session)
        breaks += try session.all(
            "SELECT seal_no, up_to, problem FROM audit_seal_break()", AuditBreak.init(seal:upTo:problem:))
        if let problem = try token.flatMap({ try Self.problem(with: $0, session) }) { breaks.append(problem) }
        return AuditVerdict(
            events: counted.events, chains: counted.chains, seals: counted.seals, sealedUpTo: counted.sealedUpTo,
            breaks: breaks)
    }

    private static func breaks(_ session: Session, after event: Int64 = 0) throws -> [AuditBreak] {
        try session.all(
            "SELECT event_id, chain, seq, problem FROM audit_break(\(event))",
            AuditBreak.init(event:chain:sequence:problem:))
    }

    /// What is wrong with the chains after the last seal, and within the latest events of a long log: a check that takes
    /// no longer than a few seconds. What is older is taken as it is.
    static func latest(_ session: Session, atMost limit: Int = 50_000) throws
        -> (after: Int64, events: Int, breaks: [AuditBreak])
    {
        let after: Int64 = try session.one(
            """
            SELECT greatest((SELECT coalesce(max(s.up_to), 0) FROM audit_seal AS s),
                (SELECT coalesce(max(e.event_id), 0) FROM event AS e) - \(limit)::bigint)
            """)
        let events: Int = try session.one("SELECT count(*) FROM event AS e WHERE e.event_id > \(after)")
        return (after, events, try breaks(session, after: after))
    }

    private static func problem(with token: SealToken, _ session: Session) throws -> AuditBreak? {
        let stored = try session.first(
            "SELECT seal_no, up_to, encode(digest, 'hex') FROM audit_seal WHERE seal_no = \(token.number)",
            SealToken.init(number:upTo:digest:))
        if stored == token { return nil }
        return AuditBreak(
            seal: token.number, upTo: EventID(token.upTo), problem: stored == nil ? .tokenUnknown : .tokenDiffers)
    }
}

/// What the check of the event log came to.
public struct AuditVerdict: Sendable {
    /// How many events were checked.
    public let events: Int
    /// In how many chains.
    public let chains: Int
    /// Under how many seals.
    public let seals: Int
    /// The last event under a seal; nil when nothing has been sealed yet.
    public let sealedUpTo: EventID?
    /// What is wrong, the first broken event first; empty when the log holds.
    public let breaks: [AuditBreak]
}

/// One thing that is wrong with the event log.
public struct AuditBreak: Hashable, Sendable {
    /// The broken event, or the last one before the place where one is missing; nil for a chain of which nothing is left,
    /// and the last event under a seal.
    public let event: EventID?
    /// The chain, e.g. `case_file:17`, or the seal, e.g. `seal:3`.
    public let chain: String
    /// The event's number within the chain, or the seal's number.
    public let sequence: Int
    /// What is wrong.
    public let problem: AuditProblem

    init(event: EventID, chain: String, sequence: Int, problem: AuditProblem) {
        (self.event, self.chain, self.sequence) = (event.number > 0 ? event : nil, chain, sequence)
        self.problem = problem
    }

    init(seal: Int, upTo: EventID, problem: AuditProblem) {
        (event, chain, sequence, self.problem) = (upTo, "seal:\(seal)", seal, problem)
    }
}
