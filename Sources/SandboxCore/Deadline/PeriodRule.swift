public import Postgres
public import SandboxDomain

/// A rule of the law that sets a period, as a version of a regime has it.
public struct PeriodRule: Sendable {
    /// The regime.
    public let regime: RegimeCode
    /// The version of the regime.
    public let version: Int
    /// Its code, e.g. `k4`.
    public let code: String
    /// Its name in Korean.
    public let korean: String
    /// Its name in English.
    public let english: String
    /// The articles in which it is written.
    public let basis: String
    /// How it is counted.
    public let method: CountingMethod
    /// How long it is.
    public let length: PeriodLength
    /// The end in any case; nil for none.
    public let cap: PeriodLength?
    /// How one extension is measured; nil when there is none.
    public let extensionUnit: PeriodUnit?
    /// How long all extensions together may be.
    public let longestExtension: Int
    /// Whether an extension runs from the day after the period has ended.
    public let extendsFromExpiry: Bool
    /// How else the law can be read.
    public let readings: [RuleReading]
    /// What stops it.
    public let stoppedBy: [StopCause]
    /// What follows in silence, in Korean.
    public let missedKorean: String?
    /// What follows in silence, in English.
    public let missedEnglish: String?
    /// The first day on which it is in force; nil: from the beginning.
    public let validFrom: CivilDate?
    /// The last day on which it is in force; nil: it is still in force.
    public let validTo: CivilDate?
    let calendar: CalendarCode

    init(
        regime: RegimeCode, version: Int, code: String, korean: String, english: String, basis: String,
        counting: String, first: Bool, open: Bool, backward: Bool, moves: Bool, sameDate: Bool, minOpen: Int,
        length: Int, unit: PeriodUnit,
        cap: Int?, capUnit: PeriodUnit?, extensionLength: Int?, extensionUnit: PeriodUnit?, extensions: Int,
        extendsFromExpiry: Bool, readings: [String], stoppedBy: [StopCause], missedKorean: String?,
        missedEnglish: String?, validFrom: CivilDate?,
        validTo: CivilDate?, calendar: CalendarCode
    ) {
        (self.regime, self.version, self.code, self.korean, self.english) = (regime, version, code, korean, english)
        (self.basis, self.extensionUnit, self.stoppedBy) = (basis, extensionUnit, stoppedBy)
        (self.missedKorean, self.missedEnglish) = (missedKorean, missedEnglish)
        (self.validFrom, self.validTo, self.calendar) = (validFrom, validTo, calendar)
        (self.extendsFromExpiry, self.readings) = (extendsFromExpiry, RuleReadings.all(readings))
        longestExtension = (extensionLength ?? 0) * extensions
        method = CountingMethod(
            code: counting, countsFirstDay: first, countsOpenDaysOnly: open, runsBackward: backward, endMoves: moves,
            endsOnSameDate: sameDate, minOpenDays: minOpen)
        self.length = PeriodLength(length, unit)
        self.cap = cap.map { PeriodLength($0, capUnit ?? .day) }
    }

    /// The rules of this code as they are under the version of their regime that holds on a day.
    static func all(_ session: Session, on day: CivilDate, regime: RegimeCode?) throws -> [PeriodRule] {
        let wanted: SQL = regime.map { "r.regime = \($0)" } ?? "true"
        return try session.all(
            """
            SELECT r.regime, r.version, r.rule, r.name_ko, r.name_en, r.basis, m.counting, m.counts_first_day,
                m.counts_open_days_only, m.runs_backward, m.end_moves, m.ends_on_same_date, m.min_open_days, r.length,
                r.unit, r.cap_length, r.cap_unit, r.extension_length, r.extension_unit, r.extensions,
                coalesce(r.extends_from = 'expiry', false), \(RuleReadings.column),
                r.stopped_by::text[], r.missed_ko, r.missed_en, nullif(r.valid_from, '-infinity'), r.valid_to, g.calendar
            FROM deadline_rule AS r
            JOIN regime AS g ON g.regime = r.regime
            JOIN counting_method AS m ON m.counting = r.counting
            WHERE r.version = (SELECT max(v.version) FROM regime_version AS v
                WHERE v.regime = r.regime AND v.valid_from <= \(day)) AND \(wanted)
            ORDER BY r.regime, r.position
            """, PeriodRule.init)
    }

    /// The code as some version of a regime has it, from any letters.
    /// - Throws: `NotFound`, naming one that was probably meant.
    static func code(_ word: String, _ session: Session) throws -> String {
        let known = try session.all("SELECT DISTINCT rule FROM deadline_rule ORDER BY rule", as: String.self)
        let code = foldedWord(word)
        guard known.contains(code) else {
            throw NotFound(.deadlineRule, word, suggestion: closestWord(to: code, among: known))
        }
        return code
    }

    /// The rule of this code, in any letters: `K4`.
    /// - Throws: `NotFound`, naming one that was probably meant; `BadInput` when several regimes have one of that code.
    static func named(_ word: String, _ session: Session, on day: CivilDate, regime: RegimeCode?) throws -> PeriodRule {
        let rules = try all(session, on: day, regime: regime)
        if rules.isEmpty, let regime { throw NotFound(.regime, regime.code) }
        let code = foldedWord(word)
        let found = rules.filter { $0.code == code }
        if found.count > 1 { throw BadInput(.missingName(.regime)) }
        guard let rule = found.first else {
            throw NotFound(.deadlineRule, word, suggestion: closestWord(to: code, among: rules.map(\.code)))
        }
        return rule
    }
}

extension CalendarCode: PostgresValue {
    /// Text whose type the column decides.
    public static var postgresType: PostgresType { String.postgresType }
    /// The code.
    public var bindValue: BindValue { code.bindValue }
    /// Reads the code.
    public init(cell: borrowing Cell) throws(PostgresError) { self.init(try String(cell: cell)) }
}
