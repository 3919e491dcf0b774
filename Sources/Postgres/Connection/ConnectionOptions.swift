/// How to reach a server, and how its sessions are to behave.
///
/// What is not said here is left to libpq: the `PG…` variables, the service file and the password file work as an
/// operator expects. It prints without its password.
public struct ConnectionOptions: Sendable {
    /// libpq's own parameters that were given, by their names.
    var parameters: [String: String]

    /// The name that a lane shows in `pg_stat_activity` when the operator gave none.
    public var applicationName = "swift-postgres"
    /// The schemas that unqualified names are looked up in; `nil` leaves it to the server.
    public var searchPath: [String]?
    /// Further settings of every session, by name. They win over the operator's.
    public var settings: [String: String] = [:]
    /// Settings of every session, by name, unless the operator says otherwise.
    public var defaults: [String: String] = [:]

    /// How long a statement may run, unless the operator says otherwise; `nil` leaves it to the server.
    public var statementTimeout: Duration? = .seconds(60)
    /// How long a statement may wait for a lock, unless the operator says otherwise; `nil` leaves it to the server.
    public var lockTimeout: Duration? = .seconds(10)
    /// How long a transaction may stay idle, unless the operator says otherwise; `nil` leaves it to the server.
    public var idleInTransactionTimeout: Duration? = .seconds(60)
    /// How long connecting may take, for each host that is named, unless the operator says otherwise.
    public var connectTimeout: Duration = .seconds(10)
    /// How long a call may wait for a free lane.
    public var leaseTimeout: Duration = .seconds(30)

    /// Whether the server keeps the statements of a connection prepared, so that one that comes again is not planned again:
    /// for a service, whose connections last. Through a pooler that lends a connection of the server to each transaction
    /// nothing is kept.
    ///
    /// Where rows are seen by policies, a plan is one role's: a lane that takes another role plans anew.
    public var keepsStatements = false

    /// Told about every statement a closure sends, when it ended. Called on the lane: must be quick.
    public var onStatement: (@Sendable (ExecutedStatement) -> Void)?
    /// Told when a connection opens or closes and when a transaction starts again. Must be quick.
    public var onConnection: (@Sendable (ConnectionEvent) -> Void)?
    /// Told about the server's notices and warnings. Called on the lane: must be quick.
    public var onNotice: (@Sendable (Notice) -> Void)?

    /// Everything is left to libpq.
    public init() {
        parameters = [:]
    }

    /// From `postgresql://user@host/database` or `host=… user=… dbname=…`; what it leaves out is left to libpq.
    /// - Throws: ``PostgresError`` of kind `usage`, without showing the string, which may hold a password.
    public init(_ conninfo: String) throws(PostgresError) {
        parameters = try Self.parse(conninfo)
    }

    /// The role to log in as.
    public var user: String? {
        get { parameters["user"] }
        set { parameters["user"] = newValue }
    }

    /// The database to connect to.
    public var database: String? {
        get { parameters["dbname"] }
        set { parameters["dbname"] = newValue }
    }

    /// The host, or the directory of the Unix socket.
    public var host: String? {
        get { parameters["host"] }
        set { parameters["host"] = newValue }
    }

    /// The port.
    public var port: Int? {
        get { parameters["port"].flatMap { Int($0) } }
        set { parameters["port"] = newValue.map { String($0) } }
    }

    /// The password; never printed.
    public var password: String? {
        get { parameters["password"] }
        set { parameters["password"] = newValue }
    }
}

extension ConnectionOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The parameters that were given, secrets hidden.
    public var description: String {
        let shown = parameters.sorted { $0.key < $1.key }.map { key, value in
            "\(key)=\(Self.hidden.contains(key) ? "…" : value)"
        }
        return shown.isEmpty ? "libpq's defaults" : shown.joined(separator: " ")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Only the description: a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: ["parameters": description]) }

    private static let hidden = secrets.union(["passfile", "options"])
}

/// A statement that ended, for logs and for tests that count.
public struct ExecutedStatement: Sendable {
    /// The text with placeholders.
    public let sql: String
    /// How many values were bound.
    public let bindCount: Int
    /// From the first byte sent to the last result read.
    public let duration: Duration
    /// Whether it ended in an error.
    public let failed: Bool
    /// Who sent it: `Library/BookStore.swift:42`.
    public let location: String
    /// Whether it went along with the statement before it, and cost no round trip of its own.
    public let follows: Bool
}

/// What becomes of a lane's connection.
public enum ConnectionEvent: Sendable, Hashable {
    /// The server's process, and how long connecting took.
    case opened(lane: Int, process: Int, duration: Duration)
    /// It was closed, or found dead.
    case closed(lane: Int)
    /// A transaction could not be serialised with another one, and starts again.
    case retrying(attempt: Int, state: SQLState?)
}

/// What the server says beside the result.
public struct Notice: Sendable, Hashable {
    /// `NOTICE`, `WARNING`, `INFO`, …
    public let severity: String
    /// PostgreSQL's name for it.
    public let state: SQLState?
    /// What it says.
    public let message: String
    /// More about it.
    public let detail: String?
    /// What to do.
    public let hint: String?
}
