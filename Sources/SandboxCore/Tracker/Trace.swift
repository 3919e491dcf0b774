/// Told what goes to the server, as it ends. Called on the connection's own thread: must be quick.
public typealias Trace = @Sendable (TraceEvent) -> Void

/// Something between this program and the server. No value that was bound is ever in it.
public enum TraceEvent: Sendable, Hashable {
    /// A connection was opened: the server's process, and how long it took.
    case connected(process: Int, duration: Duration)
    /// A connection was closed, or found dead.
    case disconnected
    /// A statement ended: its text with placeholders, how many values went with it, who sent it, and whether it went along
    /// with the statement before it.
    case statement(sql: String, values: Int, duration: Duration, failed: Bool, location: String, follows: Bool)
    /// A transaction could not be serialised with another one, and starts again; with PostgreSQL's name for the error.
    case retrying(attempt: Int, state: String?)
}
