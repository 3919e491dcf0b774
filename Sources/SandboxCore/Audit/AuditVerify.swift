public import Postgres
public import SandboxDomain

/// Is the event log what was recorded, and the register what the log says? Recomputes every digest: of each event, of the
/// links and the head of each chain, of each seal, and of papers. Compares the seals with a token that an outsider kept, and
/// every row that is recorded with what its events put together, counters with the numbers that were given out, and keys with what
/// was done under them.
///
/// The database does it; see `audit_break`, `audit_seal_break`, `audit_row_break`, `audit_content_break` and `audit_number_break`.
public struct AuditVerify: Query {
    let token: SealToken?
    let onlyLater: Bool

    /// - Parameters:
    ///   - token: what was kept of a seal.
    ///   - onlyLater: what was recorded up to that seal was verified before: only later events are recomputed, and only
    ///     rows that they tell of are compared. Nothing, without a token.
    public init(token: SealToken? = nil, onlyLater: Bool = false) {
        (self.token, self.onlyLater) = (token, onlyLater && token != nil)
    }

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
            AuditVerdict(events: events, chains: chains, seals: seals, sealedUpTo: sealed, covered: nil, breaks: [])
        }
        let covered = onlyLater ? token?.upTo : nil
        var breaks = try Self.breaks(session, after: covered ?? 0)
        breaks += try Self.rowBreaks(session, after: covered ?? 0)
        breaks += try Self.numberBreaks(session)
        breaks += try session.all(
            "SELECT seal_no, up_to, problem FROM audit_seal_break()", AuditBreak.init(seal:upTo:problem:))
        if let problem = try token.flatMap({ try Self.problem(with: $0, session) }) { breaks.append(problem) }
        return AuditVerdict(
            events: counted.events, chains: counted.chains, seals: counted.seals, sealedUpTo: counted.sealedUpTo,
            covered: covered.map(EventID.init), breaks: breaks)
    }

    private static func breaks(_ session: Session, after event: Int64 = 0) throws -> [AuditBreak] {
        try session.all(
            "SELECT event_id, chain, seq, problem FROM audit_break(\(event))",
            AuditBreak.init(event:chain:sequence:problem:))
    }

    /// What is not as the log says: of the rows that later events tell of, and, if all are looked at, of what the log holds the
    /// digest of.
    private static func rowBreaks(_ session: Session, after event: Int64) throws -> [AuditBreak] {
        let later: SQL = "SELECT event_id, chain, seq, entity, entity_key, problem FROM audit_row_break(\(event))"
        let all: SQL = """
            SELECT event_id, chain, seq, entity, entity_key, problem FROM audit_row_break()
            UNION ALL SELECT event_id, chain, seq, entity, entity_key, problem FROM audit_content_break()
            """
        return try session.all(event > 0 ? later : all, AuditBreak.init(event:chain:sequence:entity:key:problem:))
    }

    /// Counters that are not where the numbers given out left them, and keys without what was done under them.
    private static func numberBreaks(_ session: Session) throws -> [AuditBreak] {
        try session.all(
            "SELECT entity, entity_key, problem FROM audit_number_break()", AuditBreak.init(entity:key:problem:))
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
        let seesAll = try session.one("SELECT acting_as('sandbox_auditor') OR acting_as_owner()", as: Bool.self)
        return (after, events, try breaks(session, after: after) + (seesAll ? numberBreaks(session) : []))
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
    /// Up to which event everything was taken as it is; nil: nothing was.
    public let covered: EventID?
    /// What is wrong, the first broken event first, then rows and seals; empty when the log and the register hold.
    public let breaks: [AuditBreak]
}

/// One thing that is wrong with the event log, or with a row that it tells of.
public struct AuditBreak: Hashable, Sendable {
    /// The broken event, or the last one before the place where one is missing; the last event under a seal, the last of a row;
    /// nil for a chain of which nothing is left, and a row of which no event tells.
    public let event: EventID?
    /// The chain, e.g. `case_file:17`, or the seal, e.g. `seal:3`; of what has none, its table.
    public let chain: String
    /// The event's number within the chain, or the seal's number; 0 if there is no event.
    public let sequence: Int
    /// The row, by its table and its key within the chain, e.g. `opinion 12`; nil where the log itself is broken.
    public let row: String?
    /// What is wrong.
    public let problem: AuditProblem

    init(event: EventID, chain: String, sequence: Int, problem: AuditProblem) {
        (self.event, self.chain, self.sequence) = (event.number > 0 ? event : nil, chain, sequence)
        (self.row, self.problem) = (nil, problem)
    }

    init(event: EventID, chain: String, sequence: Int, entity: String, key: String, problem: AuditProblem) {
        (self.event, self.chain, self.sequence) = (event.number > 0 ? event : nil, chain, sequence)
        (row, self.problem) = ("\(entity) \(key)", problem)
    }

    init(entity: String, key: String, problem: AuditProblem) {
        (event, chain, sequence, row, self.problem) = (nil, entity, 0, "\(entity) \(key)", problem)
    }

    init(seal: Int, upTo: EventID, problem: AuditProblem) {
        (event, chain, sequence, row, self.problem) = (upTo, "seal:\(seal)", seal, nil, problem)
    }
}
