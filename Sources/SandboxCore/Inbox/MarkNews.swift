public import Postgres
internal import SandboxDomain

/// The acting person has seen the news up to a moment. Only the person's own inbox is changed by it, and nothing of it is logged.
public struct MarkNews: Operation {
    let moment: Instant

    /// - Parameter moment: as ``Tracker/instant(endOf:of:)`` answers it, before the news were read.
    public init(until moment: Instant) { self.moment = moment }

    public func perform(_ session: Session) throws {
        _ = try Principal.current(session).required([.company, .ministry, .desk])
        try session.execute(
            """
            INSERT INTO inbox_mark AS m (seen_at) VALUES (least(\(moment.description)::timestamptz, now()))
            ON CONFLICT ON CONSTRAINT inbox_mark_pkey DO UPDATE SET seen_at = greatest(m.seen_at, excluded.seen_at)
            """)
    }
}
