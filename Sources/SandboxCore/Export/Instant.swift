internal import Postgres
public import SandboxDomain

/// A moment at which the register is read. Everything recorded by then is already visible, so two readings at the same
/// instant see the same, however much has happened between them.
public struct Instant: Hashable, Sendable, CustomStringConvertible {
    /// In UTC, to the microsecond: `2026-11-26T06:50:01.123456Z`.
    public let description: String

    /// A moment as ``description`` has it; nil for any other text.
    public init?(_ text: String) {
        let form = Array("0000-00-00T00:00:00.000000Z".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count == form.count,
            zip(bytes, form).allSatisfy({ $1 == 0x30 ? (0x30...0x39).contains($0) : $0 == $1 })
        else { return nil }
        description = text
    }
}

extension Tracker {
    /// The latest moment up to which nothing more can be recorded, or the end of that day on the authority's calendar
    /// if that is earlier. Waits for those who are recording an event right now. On a standby: the latest change that has
    /// reached it.
    /// - Parameter regime: whose authority it is; needed for a day while the regimes are in different time zones.
    public func instant(endOf day: CivilDate? = nil, of regime: RegimeCode? = nil) async throws -> Instant {
        let text = try await translatingErrors {
            try await database.read { session in
                if let regime { _ = try RegimeStore.get(session, regime) }
                let zone = try day.map { _ in try RegimeStore.timeZone(session, regime) }
                return try session.one(
                    """
                    SELECT to_char(least(instant.stable(), (\(day)::date + 1)::timestamp AT TIME ZONE \(zone)::text
                        - interval '1 microsecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                    """, as: String.self)
            }
        }
        guard let instant = Instant(text) else { preconditionFailure("not a moment: \(text)") }
        return instant
    }

    /// The same tracker, reading as of that moment.
    public func reading(at instant: Instant) -> Tracker {
        var tracker = self
        tracker.instant = instant
        return tracker
    }

    /// Runs a reading, at the instant if one is set. The past is assembled in tables of the transaction, which is
    /// rolled back at its end. It takes as long as the register requires; a time limit made for casework would stop it.
    ///
    /// A standby makes no tables: there it is read what has not changed since.
    func read<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) async throws -> Value {
        guard let instant else { return try await database.read { try body($0) } }
        @Sendable func reading(_ session: Session) throws -> Value {
            try session.execute("SET LOCAL statement_timeout = 0")
            try session.execute("SELECT instant.enter(\(instant.description)::timestamptz)")
            return try body(session)
        }
        do {
            return try await database.write(.repeatableRead, dryRun: true) { try reading($0) }
        } catch let error as PostgresError where error.isFromStandby {
            do { return try await database.read(.snapshot) { try reading($0) } } catch let error as PostgresError
                where error.state == .readOnlyTransaction
            { throw StandbyServer() }
        }
    }
}

extension Instant: WrittenAsText {
    public init(written text: String) throws {
        guard let instant = Instant(text) else { throw InputProblem.notADate(text) }
        self = instant
    }
}
