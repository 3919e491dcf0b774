/// What a listener hears.
public enum Notification: Sendable, Hashable {
    /// From now on everything is heard. It comes once at the start and again whenever a lost connection was made anew:
    /// what was sent in between is gone, so whatever the notifications are about must be read again.
    case listening
    /// A message, sent by `NOTIFY` or ``Session/notify(_:_:)`` in a transaction that was committed.
    case message(channel: String, payload: String)
}

extension Database {
    /// Listens on a connection of its own, beside the lanes, until the loop over the stream ends or its task is
    /// cancelled. A lost connection is made anew, again and again.
    /// - Throws: what keeps the first connection from being made, or a later one for good, such as a role that may no
    ///   longer log in.
    public func notifications(on channels: [Identifier]) -> AsyncThrowingStream<Notification, any Error> {
        let (stream, hearer) = AsyncThrowingStream.makeStream(of: Notification.self)
        let listener = Listener(options, channels)
        hearer.onTermination = { _ in listener.stop() }
        listener.start(hearer)
        return stream
    }
}

extension Session {
    /// Sends a message to all who listen on the channel, when and if the transaction is committed.
    public func notify(
        _ channel: Identifier, _ payload: String = "", file: StaticString = #fileID, line: Int = #line
    ) throws {
        try execute("SELECT pg_notify(\(channel.description), \(payload))", file: file, line: line)
    }
}
