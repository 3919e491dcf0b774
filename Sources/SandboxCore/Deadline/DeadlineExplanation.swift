public import Postgres
public import SandboxDomain

/// How the deadlines of a case are counted, day by day.
public struct ExplainDeadlines: NeedsCurrentLapses {
    let reference: CaseReference
    let number: Int?
    let knownOn: CivilDate?

    /// - Parameters:
    ///   - number: one deadline of the case; nil for all.
    ///   - knownOn: on the calendar as it was known on that day; nil for as it is known now.
    public init(_ reference: CaseReference, number: Int? = nil, knownOn: CivilDate? = nil) {
        (self.reference, self.number, self.knownOn) = (reference, number, knownOn)
    }

    /// Returns one explanation for each deadline.
    /// - Throws: `NotFound` for a case or deadline that is not visible.
    public func answer(_ session: Session) throws -> [DeadlineExplanation] {
        let subject = try CaseFileStore.get(session, reference)
        var condition: SQL = "s.case_file_id = \(subject.id)"
        if let number { condition = "s.case_file_id = \(subject.id) AND s.deadline_no = \(number)" }
        let deadlines = try DeadlineCount.list(session, condition, knownOn: knownOn)
        if let number, deadlines.isEmpty {
            throw NotFound(.deadline, DeadlineReference(subject.reference, number).description)
        }
        var calendars: [String: CountingCalendar] = [:]
        return try deadlines.map { deadline in
            let calendar =
                try calendars[deadline.calendar]
                ?? CountingCalendar.load(session, CalendarCode(deadline.calendar), knownOn: knownOn)
            calendars[deadline.calendar] = calendar
            return DeadlineExplanation(deadline, calendar)
        }
    }
}

/// One deadline and the days it is counted by.
public struct DeadlineExplanation: Sendable {
    /// The deadline.
    public let deadline: DeadlineCount
    /// The days.
    public let period: CountedPeriod
    /// The calendar they are counted on.
    public let calendar: CountingCalendar

    /// Why it does not end on the day that was promised when it started.
    public var differences: [DueDifference] {
        deadline.count?.differences(from: deadline.promisedOn, isAnchored: deadline.anchor != nil, on: calendar) ?? []
    }

    /// That it is counted on days nobody has announced; nil where everything is known.
    public var doubt: CalendarDoubt? { CalendarDoubt(period.certainty, knownTo: calendar.knownTo) }

    /// The ends by other readings of the law.
    public var otherwise: [ReadOtherwise] {
        deadline.count?.read(
            otherwise: deadline.rule.readings, on: calendar, startsAtEnd: deadline.startsAtEnd,
            disposition: deadline.disposition) ?? []
    }

    init(_ deadline: DeadlineCount, _ calendar: CountingCalendar) {
        (self.deadline, self.calendar) = (deadline, calendar)
        period =
            deadline.count?.counted(on: calendar, through: deadline.endedOn ?? deadline.today) ?? CountedPeriod()
    }
}
