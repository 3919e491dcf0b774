public import Postgres
public import SandboxDomain

/// How the clocks of a case are counted, day by day.
public struct ExplainClocks: LooksAtClocks {
    let reference: CaseReference
    let number: Int?
    let knownOn: CivilDate?

    /// - Parameters:
    ///   - number: one clock of the case; nil for all.
    ///   - knownOn: on the calendar as it was known on that day; nil for as it is known now.
    public init(_ reference: CaseReference, number: Int? = nil, knownOn: CivilDate? = nil) {
        (self.reference, self.number, self.knownOn) = (reference, number, knownOn)
    }

    /// Answers the question: one explanation for each clock.
    /// - Throws: `NotFound` for a case or clock that is not visible.
    public func answer(_ session: Session) throws -> [ClockExplanation] {
        let subject = try CaseFileStore.get(session, reference)
        var condition: SQL = "s.case_file_id = \(subject.id)"
        if let number { condition = "s.case_file_id = \(subject.id) AND s.clock_no = \(number)" }
        let clocks = try ClockCount.list(session, condition, knownOn: knownOn)
        if let number, clocks.isEmpty {
            throw NotFound(.clock, ClockReference(subject.reference, number).description)
        }
        var calendars: [String: CountingCalendar] = [:]
        return try clocks.map { clock in
            let calendar =
                try calendars[clock.calendar]
                ?? CountingCalendar.load(session, CalendarCode(clock.calendar), knownOn: knownOn)
            calendars[clock.calendar] = calendar
            return ClockExplanation(clock, calendar)
        }
    }
}

/// One clock and the days it is counted by.
public struct ClockExplanation: Sendable {
    /// The clock.
    public let clock: ClockCount
    /// The days.
    public let period: CountedPeriod
    /// The calendar they stand in.
    public let calendar: CountingCalendar

    /// Why it does not end on the day that was promised when it started.
    public var differences: [DueDifference] {
        clock.count?.differences(from: clock.promisedOn, isAnchored: clock.anchor != nil, on: calendar) ?? []
    }

    init(_ clock: ClockCount, _ calendar: CountingCalendar) {
        (self.clock, self.calendar) = (clock, calendar)
        period =
            clock.count?.counted(on: calendar, through: clock.endedOn ?? clock.today) ?? CountedPeriod()
    }
}
