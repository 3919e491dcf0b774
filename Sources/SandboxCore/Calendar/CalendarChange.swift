internal import Postgres
public import SandboxDomain

/// The changes to a calendar: holidays to enter and holidays to withdraw.
public struct CalendarChange: Sendable {
    /// The calendar; nil for the only one there is.
    public var calendar: CalendarCode?
    /// A CSV file of holidays (`date,name_ko,name_en,kind,announced_on,source`), and its name for messages.
    public var file: (bytes: [UInt8], name: String?)?
    /// Whether the file is complete: a holiday of its years that it does not have is withdrawn, and its years are declared complete.
    public var isComplete = false
    /// Years to declare complete.
    public var declared: [Int] = []
    /// Where it is published.
    public var source: String?
    /// Whether they are declared complete although days that are foreseen are not entered.
    public var despiteMissing = false
    /// Years of which it is taken back that they are complete; with a reason.
    public var reopened: [Int] = []
    /// Further holidays to enter.
    public var added: [Holiday] = []
    /// The days whose holidays are withdrawn.
    public var withdrawn: [CivilDate] = []
    /// Why; required if anything is withdrawn.
    public var reason: String?
    /// The day of the withdrawal; nil: today.
    public var withdrawnOn: CivilDate?

    public init() {}

    /// What a change came to.
    public struct Outcome: Sendable {
        /// The holidays entered.
        public let entered: [Holiday]
        /// The holidays withdrawn.
        public let withdrawn: [Holiday]
        /// Holidays of the file that were there already.
        public let unchanged: Int
        /// How many years are declared complete that were not before.
        public let declaredYears: Int
        /// Of how many it was taken back.
        public let reopenedYears: Int
    }

    /// Writes the change; the days of the calendar are derived anew by the database.
    func apply(_ session: Session) throws -> Outcome {
        let calendar = try CalendarStore.get(session, calendar)
        try session.takeTurn("calendar \(calendar.code)")
        if let withdrawnOn {
            do { _ = try HolidayFile.within(Holiday.days.lowerBound...calendar.today, withdrawnOn) } catch {
                throw BadInput(error, field: .on)
            }
        }
        let listed =
            try file.map { try HolidayFile.read($0.bytes, name: $0.name, of: calendar.code, today: calendar.today) }
            ?? []
        let wanted = listed + added
        let there = try CalendarStore.holidays(session, calendar.code)
        let known = Set(there.map(\.key))
        let kept = Set(listed.map(\.key))
        // A file may spell the name of a day otherwise: where the register has one that the file has not, on the same day, it is
        // that one, and not entered twice.
        let unmatched = Set(there.filter { !kept.contains($0.key) }.map(\.day))
        let entered =
            listed.filter { !known.contains($0.key) && !unmatched.contains($0.day) }
            + added.filter { !known.contains($0.key) }
        let gone = try self.gone(there, listed)
        try Reason.mayBe(reason, where: !gone.isEmpty || !reopened.isEmpty)
        try CalendarStore.withdraw(session, calendar.code, gone, on: withdrawnOn ?? calendar.today, reason ?? "")
        try CalendarStore.announce(session, calendar.code, entered)
        let years = Set(declared).union(isComplete ? Set(listed.map(\.day.year)) : []).sorted()
        let complete =
            years.isEmpty
            ? 0
            : try CalendarStore.declare(
                session, calendar.code, years, source: source ?? file?.name, despiteMissing: despiteMissing)
        let open =
            reopened.isEmpty
            ? 0
            : try session.one(
                "SELECT reopen_years(\(calendar.code), \(reopened)::integer[], \(reason.map(normalised)))", as: Int.self
            )
        return Outcome(
            entered: entered, withdrawn: gone, unchanged: wanted.count - entered.count, declaredYears: complete,
            reopenedYears: open)
    }

    /// The holidays that cease: those of the days named and, with a complete file, those it does not have.
    private func gone(_ there: [Holiday], _ listed: [Holiday]) throws -> [Holiday] {
        if let missing = withdrawn.first(where: { day in !there.contains { $0.day == day } }) {
            throw NotFound(.holiday, missing.description)
        }
        let years = isComplete ? Set(listed.map(\.day.year)) : []
        let kept = Set(listed.map(\.key))
        let known = Set(there.map(\.key))
        let spelt = Set(listed.filter { !known.contains($0.key) }.map(\.day))
        return there.filter { holiday in
            withdrawn.contains(holiday.day)
                || years.contains(holiday.day.year) && !kept.contains(holiday.key) && !spelt.contains(holiday.day)
        }
    }
}

extension Holiday {
    /// What makes two holidays the same: the day and the name.
    fileprivate var key: String { "\(day) \(korean)" }
}
