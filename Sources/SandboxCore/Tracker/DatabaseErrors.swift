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
    /// The server's or libpq's words.
    public let message: String
    /// Whether it is known that nothing happened; false: the act may have been done.
    public let nothingHappened: Bool
    /// Whether trying again in a moment makes sense.
    public let mayReturn: Bool
    /// Whether it is there and has no room: the disk is full.
    public let isFull: Bool
    /// The key under which the act can be tried again without a second effect.
    public let key: IdempotencyKey?

    package init(
        message: String, nothingHappened: Bool, mayReturn: Bool, isFull: Bool = false, key: IdempotencyKey?
    ) {
        (self.message, self.nothingHappened, self.mayReturn, self.key) = (message, nothingHappened, mayReturn, key)
        self.isFull = isFull
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
    do {
        return try await body()
    } catch let error as PostgresError {
        throw error.translated(key: key)
    } catch let failure as MigrationFailure where failure.error.isWithoutRoom {
        throw failure.error.translated(key: key)
    }
}

extension PostgresError {
    private static let serverAway: Set<String> = ["57P01", "57P02", "57P03", "57P05", "53300"]

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
        case "28000", "28P01": return LoginRefused(message: message)
        case "SB001", "23505", "23514", "23503", "23P01", "23502":
            if let constraint, let code = ConstraintMeaning.code(of: constraint) {
                return ServerRefusal(code: code, constraint: constraint, message: message)
            }
            return UnexpectedDatabaseError(error: self)
        case "42501": return NotPermitted(role: nil)
        case "57014", "55P03": return unavailable(mayReturn: false, key)
        case _ where isFromStandby: return StandbyServer()
        case let state where Self.serverAway.contains(state) || state.hasPrefix("08"):
            return unavailable(mayReturn: true, key)
        case _ where isWithoutRoom: return unavailable(mayReturn: false, key)
        default:
            let isLost = kind == .connection || kind == .timeout
            return isLost ? unavailable(mayReturn: kind == .connection, key) : UnexpectedDatabaseError(error: self)
        }
    }

    private func unavailable(mayReturn: Bool, _ key: IdempotencyKey?) -> DatabaseUnavailable {
        DatabaseUnavailable(
            message: message, nothingHappened: !commitOutcomeUnknown, mayReturn: mayReturn,
            isFull: state?.rawValue == "53100", key: key)
    }
}
