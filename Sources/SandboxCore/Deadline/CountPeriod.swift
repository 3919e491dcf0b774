public import Postgres
public import SandboxDomain

/// How long is a period, counted from a day? No case is needed: this is what companies and ministries ask a calculator.
public struct CountPeriod: Query {
    /// A named rule, or a length with a way of counting.
    public enum Wanted: Sendable {
        /// A rule by its code.
        case rule(String, regime: RegimeCode?)
        /// A plain period, by the code of a counting method.
        case plain(PeriodLength, counting: String, calendar: CalendarCode?)
    }

    let wanted: Wanted
    let start: CivilDate
    /// The minute of the day of the event; only working hours ask for it.
    public var startMinute: Int?
    /// The days that do not count.
    public var stops: [PeriodCount.Stop] = []
    /// How much extensions add, in the rule's unit.
    public var added = 0
    /// On the calendar as it was known on this day; nil: as it is known now.
    public var knownOn: CivilDate?

    /// What is counted, and from which day.
    public init(_ wanted: Wanted, from start: CivilDate) { (self.wanted, self.start) = (wanted, start) }

    /// - Throws: `NotFound` for a rule or calendar; `BadInput` for stops or an extension that the rule does not provide
    ///   for.
    public func answer(_ session: Session) throws -> CalculatedPeriod {
        do { _ = try HolidayFile.within(Holiday.days, start) } catch { throw BadInput(error, field: .from) }
        switch wanted {
        case .rule(let word, let regime):
            let rule = try PeriodRule.named(word, session, on: start, regime: regime)
            guard (0...rule.longestExtension).contains(added) else {
                throw BadInput(.notInRange("\(added)", minimum: 0, maximum: rule.longestExtension), field: .extend)
            }
            if !stops.isEmpty && rule.stoppedBy.isEmpty {
                throw BadInput(.contradiction(.field(.stop), .value(rule.code)))
            }
            let extended = added > 0 ? rule.extensionUnit.map { PeriodLength(added, $0) } : nil
            let count = PeriodCount(
                rule.method, rule.length, from: start, startMinute: startMinute, added: extended,
                extendsFromExpiry: rule.extendsFromExpiry, cap: rule.cap, stops: sorted)
            return try CalculatedPeriod(session, count, on: rule.calendar, knownOn: knownOn, rule: rule)
        case .plain(let length, let counting, let calendar):
            if added != 0 { throw BadInput(.contradiction(.field(.extend), .field(.length))) }
            let method = try Self.method(session, counting)
            let minimum = method.countsFirstDay ? 1 : 0
            guard (minimum...3660).contains(length.count) else {
                throw BadInput(.notInRange("\(length.count)", minimum: minimum, maximum: 3660), field: .length)
            }
            if !stops.isEmpty && method.runsBackward {
                throw BadInput(.contradiction(.field(.stop), .value(method.code)))
            }
            let count = PeriodCount(method, length, from: start, startMinute: startMinute, stops: sorted)
            let code = try CalendarStore.get(session, calendar).code
            return try CalculatedPeriod(session, count, on: code, knownOn: knownOn, rule: nil)
        }
    }

    private var sorted: [PeriodCount.Stop] { stops.sorted { $0.first < $1.first } }

    private static func method(_ session: Session, _ code: String) throws -> CountingMethod {
        let methods = try session.all(
            """
            SELECT counting, counts_first_day, counts_open_days_only, runs_backward, end_moves, ends_on_same_date,
                min_open_days
            FROM counting_method ORDER BY counting
            """, CountingMethod.init)
        guard let method = methods.first(where: { $0.code == foldedWord(code) }) else {
            throw BadInput(.unknownWord(code, known: methods.map(\.code)), field: .counting)
        }
        return method
    }
}
