public import Postgres
internal import SandboxDomain

/// The desk changes a calendar.
public struct ChangeCalendar: Operation {
    let change: CalendarChange

    /// The change.
    public init(_ change: CalendarChange) { self.change = change }

    /// Performs the act; returns how many open periods end on another day because of it.
    /// - Throws: `BadInput` with every problem of the file; `NotFound` for a day without a holiday; `Refusal`.
    public func perform(_ session: Session) throws -> Changed {
        _ = try Principal.current(session).required([.desk])
        let before = try DueDays(session)
        let outcome = try change.apply(session)
        return Changed(calendar: outcome, movedDeadlines: try before.moved(session).count)
    }

    /// What was changed, and what moved because of it.
    public struct Changed: Sendable {
        /// What became of the calendar.
        public let calendar: CalendarChange.Outcome
        /// How many open periods end on another day.
        public let movedDeadlines: Int
    }
}

/// What would a change of the calendar do? Every open period that would end on another day; nothing is kept.
public struct PreviewCalendar: Operation {
    let change: CalendarChange

    /// The change.
    public init(_ change: CalendarChange) { self.change = change }

    /// Makes the change, looks, and takes it back.
    public func perform(_ session: Session) throws -> [MovedDeadline] {
        _ = try Principal.current(session).required([.desk])
        return try session.rehearsing {
            let before = try DueDays(session)
            var change = change
            change.reason = change.reason ?? "preview"
            _ = try change.apply(session)
            return try before.moved(session)
        }
    }
}

extension Session {
    /// Does work whose effects are examined and then undone, whatever becomes of the transaction.
    func rehearsing<Value>(_ body: () throws -> Value) throws -> Value {
        var value: Value?
        do {
            try savepoint {
                value = try body()
                throw Undone()
            }
        } catch is Undone {}
        guard let value else { preconditionFailure("a rehearsal that did not fail has a value") }
        return value
    }
}

/// Thrown to take back what a rehearsal has done.
private struct Undone: Error {}
