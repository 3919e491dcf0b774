public import Postgres
public import SandboxDomain

/// What if? Another calendar, a slower ministry: nothing is kept.
public struct Simulate: Operation {
    /// The holidays to enter and to withdraw; nil for none.
    public var change: CalendarChange?
    /// A ministry by its name, and how many days later it answers.
    public var slower: (ministry: String, days: Int)?

    public init() {}

    /// What would become of the open periods.
    public struct Outcome: Sendable {
        /// Those that end on another day.
        public let moved: [MovedDeadline]
        /// How many are over today.
        public let overdueBefore: Int
        /// How many would be.
        public let overdueAfter: Int
        /// The replies of the slower ministry, and the tabling of their cases.
        public let followed: [Followed]
    }

    /// A reply or a tabling that waits for the slower ministry.
    public struct Followed: Sendable, Hashable {
        /// The case.
        public let reference: CaseReference
        /// The number of the deadline in its case.
        public let deadline: Int
        /// The rule.
        public let rule: String
        /// Its name in Korean.
        public let korean: String
        /// Its name in English.
        public let english: String
        /// A reply or a tabling.
        public let kind: Kind
        /// The median time in which the ministry answers; nil: it has not answered any.
        public let usualDays: Int?
        /// The end of the period, on the changed calendar.
        public let dueOn: CivilDate?
        /// The day it is expected on.
        public let before: CivilDate
        /// The day it would be expected on.
        public let after: CivilDate

        /// Whether it would be late, but is not late without the change.
        public var becomesLate: Bool { isLate(after) && !isLate(before) }
        /// Whether it would be late.
        public var isLateAfter: Bool { isLate(after) }
        /// Whether it is late anyway.
        public var isLateBefore: Bool { isLate(before) }
        /// How many days it slips.
        public var slip: Int { before.days(until: after) }

        private func isLate(_ day: CivilDate) -> Bool { dueOn.map { day > $0 } ?? false }

        /// What waits.
        public enum Kind: String, StableCode {
            /// The ministry's own reply.
            case reply
            /// The tabling, which waits for all replies.
            case tabling
        }

        init(
            id: CaseFileID, number: String?, deadline: Int, rule: String, korean: String, english: String, kind: Kind,
            usualDays: Int?, dueOn: CivilDate?, before: CivilDate, after: CivilDate
        ) {
            reference = CaseReference(number: number, id)
            (self.deadline, self.rule, self.korean, self.english) = (deadline, rule, korean, english)
            (self.kind, self.usualDays, self.dueOn, self.before, self.after) = (kind, usualDays, dueOn, before, after)
        }
    }

    /// Makes the change, examines its effects, and takes it back. The desk may try a change of the calendar; whoever
    /// reads everything may try a slower ministry.
    public func perform(_ session: Session) throws -> Outcome {
        try BadInput.check(slower?.days, in: 1...3660, .slower)
        let needed: [GroupRole] = change == nil ? [.desk, .analyst, .auditor] : [.desk]
        _ = try Principal.current(session).required(needed)
        if let slower {
            let known = try session.all(
                "SELECT name FROM organisation WHERE kind = 'ministry' ORDER BY name", as: String.self)
            guard known.contains(slower.ministry) else {
                throw NotFound(
                    .organisation, slower.ministry, suggestion: closestWord(to: slower.ministry, among: known))
            }
        }
        return try session.rehearsing {
            let before = try DueDays(session)
            if var change {
                change.reason = change.reason ?? "simulation"
                _ = try change.apply(session)
            }
            let moved = change == nil ? [] : try before.moved(session)
            let after = change == nil ? before.overdue : try DueDays.overdue(session)
            let followed =
                try slower.map { slower in
                    try session.all(
                        .embedded("slower_ministry", binding: slower.ministry, slower.days), Followed.init)
                } ?? []
            return Outcome(moved: moved, overdueBefore: before.overdue, overdueAfter: after, followed: followed)
        }
    }
}

extension Simulate.Followed.Kind: PostgresValue {}
