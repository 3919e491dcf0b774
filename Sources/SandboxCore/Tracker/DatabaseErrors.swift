internal import Postgres
public import SandboxDomain

/// The server refused an act that the rules had let pass, usually because somebody else was faster.
public struct ServerRefusal: Error, Hashable, Sendable {
    /// The same stable code as the rule's own refusal.
    public let code: Refusal.Code
    /// The constraint or guard that refused.
    public let constraint: String
    /// The server's words.
    public let message: String
}

/// The database cannot be reached, is too slow, or went away.
public struct DatabaseUnavailable: Error, Hashable, Sendable {
    /// Why it does not do what was asked, as far as it is known.
    public enum Reason: String, Hashable, Sendable {
        /// It does not answer, or ended the connection.
        case away
        /// The name of its host is not known.
        case unknownHost
        /// There is no database of that name.
        case noDatabase
        /// It has as many connections as it takes.
        case tooManyConnections
        /// Somebody held for too long what the statement needed.
        case lockTimeout
        /// The statement took longer than it may.
        case statementTimeout
        /// Its disk is full.
        case diskFull
    }

    /// Why.
    public let reason: Reason
    /// The server's or libpq's words.
    public let message: String
    /// Whether it is known that nothing happened; false: the act may have been done.
    public let nothingHappened: Bool
    /// Whether trying again in a moment makes sense.
    public let mayReturn: Bool
    /// The key under which the act can be tried again without a second effect.
    public let key: IdempotencyKey?

    package init(
        _ reason: Reason = .away, message: String, nothingHappened: Bool, mayReturn: Bool, key: IdempotencyKey?
    ) {
        self.reason = reason
        (self.message, self.nothingHappened, self.mayReturn, self.key) = (message, nothingHappened, mayReturn, key)
    }
}

/// The server is a standby: it follows another one, and nothing can be written on it.
public struct StandbyServer: Error, Hashable, Sendable {
    package init() {}
}

/// PostgreSQL did not accept the login.
public struct LoginRefused: Error, Hashable, Sendable {
    /// The server's words.
    public let message: String
    /// Whether it asked for a password, and got none or a wrong one.
    public let isAboutPassword: Bool

    package init(message: String, isAboutPassword: Bool) {
        (self.message, self.isAboutPassword) = (message, isAboutPassword)
    }
}

/// An error of the database that nobody foresaw.
public struct UnexpectedDatabaseError: Error, CustomStringConvertible, CustomDebugStringConvertible, Sendable {
    let error: PostgresError
    /// The server's message, SQLSTATE and hint; no values.
    public var description: String { error.description }
    /// With the statement and where it was sent from; no values.
    public var debugDescription: String { error.debugDescription }
}

/// Runs `body` and turns what the database says into the words of the domain.
func translatingErrors<T>(key: IdempotencyKey? = nil, _ body: () async throws -> T) async throws -> T {
    let end = ContinuousClock.now.advanced(by: .seconds(15))
    while true {
        do {
            return try await body()
        } catch let error as PostgresError where error.isServerFull && ContinuousClock.now < end {
            // Nothing has begun: whoever waits a little comes in when others have gone.
            try await Task.sleep(for: .milliseconds(.random(in: 50...500)))
        } catch let error as PostgresError {
            throw error.translated(key: key)
        } catch let failure as MigrationFailure where failure.error.isWithoutRoom {
            throw failure.error.translated(key: key)
        }
    }
}

extension PostgresError {
    private static let serverAway: Set<String> = ["57P01", "57P02", "57P03", "57P05", "53300"]

    /// A server with as many connections as it takes, before anything was asked of it.
    var isServerFull: Bool { state?.rawValue == "53300" && sql == nil }

    /// A standby refuses to begin a transaction that writes.
    var isFromStandby: Bool { state?.rawValue == "0A000" && sql?.hasPrefix("BEGIN ") == true }

    /// The server ran out of disk, memory or connections (class 53), or its disk fails (58).
    var isWithoutRoom: Bool { state.map { ["53", "58"].contains($0.rawValue.prefix(2)) } ?? false }

    /// A number or date out of range, a text with bytes that are none, more than a row or an index can hold (classes 22 and
    /// 54); or a text that the domain of its column does not take.
    private var isUnstorable: Bool {
        let state = state?.rawValue ?? ""
        let isOfValue = ["22001", "22003", "22008", "22015", "22021", "22P02", "22P05"].contains(state)
        return isOfValue || state.hasPrefix("54") || (state == "23514" && constraint?.hasSuffix("_form_check") == true)
    }

    func translated(key: IdempotencyKey?) -> any Error {
        if isUnstorable { return BadInput(.unstorable) }
        switch state?.rawValue ?? "" {
        case "28000": return LoginRefused(message: message, isAboutPassword: false)
        case "28P01": return LoginRefused(message: message, isAboutPassword: true)
        case "08001" where message.contains("no password supplied"):
            return LoginRefused(message: message, isAboutPassword: true)
        case "3D000": return unavailable(.noDatabase, mayReturn: false, key)
        case "53300": return unavailable(.tooManyConnections, mayReturn: true, key)
        case "53100": return unavailable(.diskFull, mayReturn: false, key)
        case "25006": return StandbyServer()
        case "SB001", "23505", "23514", "23503", "23P01", "23502":
            if let refusal = ofOtherAuthority ?? ofMissingRight ?? ofDistantDay { return refusal }
            if let constraint, let code = ConstraintMeaning.code(of: constraint) {
                return ServerRefusal(code: code, constraint: constraint, message: message)
            }
            return UnexpectedDatabaseError(error: self)
        case "42501": return NotPermitted(role: nil)
        case "57014": return unavailable(.statementTimeout, mayReturn: false, key)
        case "55P03": return unavailable(.lockTimeout, mayReturn: false, key)
        case "08001" where message.contains("could not translate host name"):
            return unavailable(.unknownHost, mayReturn: false, key)
        case _ where isFromStandby: return StandbyServer()
        case let state where Self.serverAway.contains(state) || state.hasPrefix("08"):
            return unavailable(.away, mayReturn: true, key)
        case _ where isWithoutRoom: return unavailable(.away, mayReturn: false, key)
        default:
            let isLost = kind == .connection || kind == .timeout
            return isLost
                ? unavailable(.away, mayReturn: kind == .connection, key) : UnexpectedDatabaseError(error: self)
        }
    }

    /// The detail names the regime and the authority (`refuse_other_authority`).
    private var ofOtherAuthority: Refusal? {
        guard constraint == "regime_other_authority_guard",
            let words = detail?.split(separator: " ", maxSplits: 1), words.count == 2
        else { return nil }
        return .regime(.otherAuthority(RegimeCode(String(words[0])), String(words[1])))
    }

    /// The detail names the right (`guard_rights`).
    private var ofMissingRight: Refusal? {
        guard constraint == "person_right_missing_guard", let right = detail.flatMap(PersonRight.init(rawValue:)) else {
            return nil
        }
        return .organisation(.rightMissing(right))
    }

    /// The detail names the day, the first and the last that is taken (`refuse_day`).
    private var ofDistantDay: Refusal? {
        guard constraint == "written_date_outside_guard",
            let days = detail?.split(separator: " ").compactMap({ try? CivilDate(iso: $0) }), days.count == 3
        else { return nil }
        return .dateOutside(days[0], earliest: days[1], latest: days[2])
    }

    private func unavailable(_ reason: DatabaseUnavailable.Reason, mayReturn: Bool, _ key: IdempotencyKey?)
        -> DatabaseUnavailable
    {
        DatabaseUnavailable(
            reason, message: message, nothingHappened: !commitOutcomeUnknown, mayReturn: mayReturn, key: key)
    }
}
