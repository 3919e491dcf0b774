public import Postgres
public import SandboxDomain

/// The auditor seals the event log with one digest over the previous seal and everything recorded since. Its token,
/// kept where nobody of the sandbox can change it, proves later that the log up to here is what it is now.
public struct AuditSeal: Operation {
    public init() {}

    public func perform(_ session: Session) throws -> LoggedSeal {
        _ = try Principal.current(session).required([.auditor])
        return try session.one("SELECT \(LoggedSeal.columns) FROM seal_audit() AS s", LoggedSeal.init)
    }
}

/// The seals, the earliest first.
public struct AuditSeals: RowQuery {
    public init() {}

    public func forEach(_ session: Session, _ body: (LoggedSeal) throws -> Void) throws {
        try session.stream(
            "SELECT \(LoggedSeal.columns) FROM audit_seal AS s ORDER BY s.seal_no", LoggedSeal.init, body)
    }
}

/// A seal of the event log.
public struct LoggedSeal: Sendable {
    /// What an outsider keeps of it.
    public let token: SealToken
    /// How many events were recorded since the previous seal.
    public let events: Int
    /// SHA-256 of the last events of the chains among them, in hexadecimal digits.
    public let heads: String
    /// When, in ISO form in UTC, as it is digested.
    public let sealedAt: String
    /// The PostgreSQL role that sealed.
    public let sealedBy: String

    static let columns: SQL = """
        s.seal_no, s.up_to, encode(s.digest, 'hex'), s.events, encode(s.heads, 'hex'),
        to_json(s.sealed_at AT TIME ZONE 'UTC') #>> '{}', s.sealed_by
        """

    init(number: Int, upTo: Int64, digest: String, events: Int, heads: String, sealedAt: String, sealedBy: String) {
        token = SealToken(number: number, upTo: upTo, digest: digest)
        (self.events, self.heads, self.sealedAt, self.sealedBy) = (events, heads, sealedAt, sealedBy)
    }
}
