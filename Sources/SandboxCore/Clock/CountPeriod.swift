public import Postgres
public import SandboxDomain

/// How long has somebody, counted from a day? No case is needed: what companies and ministries ask a calculator.
public struct CountPeriod: Query {
    /// A named rule, or a length with a way of counting.
    public enum Wanted: Sendable {
        /// A rule by its code.
        case rule(String, regime: RegimeCode?)
        /// A plain period, by the code of a counting method.
        case plain(length: Int, unit: PeriodUnit, counting: String, calendar: CalendarCode?)
    }

    let wanted: Wanted
    let start: CivilDate
    /// The time of day of the event; only working hours ask for it.
    public var time: TimeOfDay?
    /// The days that do not count.
    public var stops: [StoppedDays] = []
    /// How much extensions add: in the rule's unit, or in days.
    public var added = 0
    /// On the calendar as it was known on this day; nil: as it is known now.
    public var knownOn: CivilDate?

    /// What is counted, and from which day.
    public init(_ wanted: Wanted, from start: CivilDate) { (self.wanted, self.start) = (wanted, start) }

    /// Answers the question.
    /// - Throws: `NotFound` for a rule, method or calendar; `BadInput` for stops or an extension that the rule does not know.
    public func answer(_ session: Session) throws -> CountedPeriod {
        guard Holiday.days.contains(start) else {
            throw BadInput(
                .dateOutside(start, earliest: Holiday.days.lowerBound, latest: Holiday.days.upperBound), field: "--from")
        }
        switch wanted {
        case .rule(let word, let regime):
            let rule = try ClockRule.named(word, session, on: start, regime: regime)
            guard (0...rule.longestExtension).contains(added) else {
                throw BadInput(.notInRange("\(added)", least: 0, most: rule.longestExtension), field: "--extend")
            }
            if !stops.isEmpty && rule.stoppedBy.isEmpty { throw BadInput(.contradiction("--stop", rule.code)) }
            return try counted(session, rule.period, rule.calendar, rule)
        case .plain(let length, let unit, let counting, let calendar):
            let method = try Self.method(session, counting)
            let least = method.countsFirstDay ? 1 : 0
            guard (least...3660).contains(length) else {
                throw BadInput(.notInRange("\(length)", least: least, most: 3660), field: "--length")
            }
            if !stops.isEmpty && method.runsBackward { throw BadInput(.contradiction("--stop", "--counting \(counting)")) }
            let calendar = try CalendarStore.get(session, calendar).code
            return try counted(session, Period(method, length: length, unit: unit), calendar, nil)
        }
    }

    private func counted(
        _ session: Session, _ period: Period, _ calendar: CalendarCode, _ rule: ClockRule?
    ) throws -> CountedPeriod {
        let extended = Period(
            period.method, length: period.length, unit: period.unit, added: added, addedUnit: period.addedUnit,
            cap: period.cap, capUnit: period.capUnit)
        return try CountedPeriod(
            session, extended, calendar: calendar, from: start, at: time, stops: stops, knownOn: knownOn, rule: rule)
    }

    private static func method(_ session: Session, _ code: String) throws -> CountingMethod {
        let methods = try session.all(
            """
            SELECT counting, counts_first_day, counts_open_days_only, runs_backward, end_moves
            FROM counting_method ORDER BY counting
            """, CountingMethod.init(code:countsFirstDay:countsOpenDaysOnly:runsBackward:endMoves:))
        guard let method = methods.first(where: { $0.code == foldedWord(code) }) else {
            throw BadInput(.unknownWord(code, known: methods.map(\.code)), field: "--counting")
        }
        return method
    }
}
