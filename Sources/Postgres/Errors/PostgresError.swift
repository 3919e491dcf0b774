/// Everything that goes wrong between the program and PostgreSQL, a cancelled task apart (that is `CancellationError`).
///
/// No message holds a password or a bind value: what the server quotes of a bound value is replaced by its number.
public struct PostgresError: Error, Hashable, Sendable {
    /// Where it went wrong.
    public enum Kind: String, Hashable, Sendable {
        /// The server refused the statement.
        case server
        /// There is no connection: not made, broken, or ended by the server.
        case connection
        /// Something took too long: a statement, a lock, a connection, or the wait for a free lane.
        case timeout
        /// A column cannot be read as the Swift type, or there are more or fewer rows or columns than asked for.
        case decoding
        /// The driver was used in a way it does not allow.
        case usage
        /// COMMIT was answered by a rollback: a failed statement was overlooked.
        case commitRolledBack
    }

    /// Where it went wrong.
    public internal(set) var kind: Kind
    /// PostgreSQL's name for it; 08001 and 08006 when the server could not say.
    public internal(set) var state: SQLState?
    /// What happened, in one sentence, in the server's language.
    public internal(set) var message: String
    /// `ERROR`, `FATAL` or `PANIC`.
    public internal(set) var severity: String?
    /// More about it; key values are left out.
    public internal(set) var detail: String?
    /// What to do.
    public internal(set) var hint: String?
    /// Where in ``sql``: in characters, from 1.
    public internal(set) var position: Int?
    /// The statement inside a function that failed.
    public internal(set) var internalQuery: String?
    /// Where in ``internalQuery``: in characters, from 1.
    public internal(set) var internalPosition: Int?
    /// The functions that were being called.
    public internal(set) var context: String?
    /// The schema of the object at fault.
    public internal(set) var schema: String?
    /// The table at fault.
    public internal(set) var table: String?
    /// The column at fault.
    public internal(set) var column: String?
    /// The data type at fault.
    public internal(set) var dataType: String?
    /// The constraint that was broken.
    public internal(set) var constraint: String?
    /// The statement, with placeholders.
    public internal(set) var sql: String?
    /// How many values it bound.
    public internal(set) var bindCount = 0
    /// Who sent the statement: `Library/BookStore.swift:42`.
    public internal(set) var location: String?
    /// Nothing of the closure's work had been sent: trying again cannot do anything twice.
    public internal(set) var happenedBeforeSend = false
    /// The connection broke while the server was making the change permanent, or a standby has not confirmed it: it may or
    /// may not have happened.
    public internal(set) var commitOutcomeUnknown = false

    init(_ kind: Kind, _ message: String, state: SQLState? = nil, hint: String? = nil) {
        self.kind = kind
        self.message = message
        self.state = state
        self.hint = hint
    }

    /// Whether the same transaction, run again from its start, may succeed: 40001 and 40P01.
    public var isRetryable: Bool {
        state == .serializationFailure || state == .deadlockDetected
    }

    /// The line in ``sql`` at which it went wrong, from 1.
    public var line: Int? {
        guard let sql, let position else { return nil }
        return 1 + sql.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The message, the state and the hint.
    public var description: String {
        let named = state.map { "\(message) (SQLSTATE \($0))" } ?? message
        return hint.map { "\(named)\nhint: \($0)" } ?? named
    }

    /// Everything that is known, a line each.
    public var debugDescription: String {
        let fields: [(String, String?)] = [
            ("kind", kind.rawValue), ("severity", severity), ("detail", detail),
            ("position", position.map(String.init)), ("line", line.map(String.init)),
            ("internal query", internalQuery), ("internal position", internalPosition.map(String.init)),
            ("context", context), ("schema", schema), ("table", table), ("column", column),
            ("data type", dataType), ("constraint", constraint), ("binds", sql == nil ? nil : String(bindCount)),
            ("sent by", location), ("happened before send", happenedBeforeSend ? "yes" : nil),
            ("commit outcome unknown", commitOutcomeUnknown ? "yes" : nil), ("sql", sql),
        ]
        return fields.reduce(into: "PostgresError: \(description)") { text, field in
            if let value = field.1 { text += "\n\(field.0): \(value)" }
        }
    }
}
