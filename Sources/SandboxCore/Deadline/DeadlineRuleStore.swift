internal import Postgres
internal import SandboxDomain

/// Reads the tables `deadline_rule` and `counting_method`.
enum DeadlineRuleStore {
    /// The rules that a condition on `deadline_rule AS r` picks, by their row.
    static func byID(_ session: Session, _ condition: SQL) throws -> [Int64: DeadlineRule] {
        let rows = try session.all(
            """
            SELECT r.deadline_rule_id, r.rule, r.name_ko, r.name_en, r.basis, r.length, r.unit, m.counting,
                m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.end_moves, m.ends_on_same_date,
                m.min_open_days, r.stopped_by::text[], r.cap_length, r.cap_unit, r.extension_length,
                r.extension_unit, r.extensions, coalesce(r.extends_from = 'expiry', false), \(RuleReadings.column), r.when_missed,
                r.missed_ko, r.missed_en
            FROM deadline_rule AS r JOIN counting_method AS m ON m.counting = r.counting
            WHERE \(condition) ORDER BY r.position
            """, DeadlineRuleRow.init)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.rule) })
    }
}

private struct DeadlineRuleRow {
    let id: Int64
    let rule: DeadlineRule

    init(
        id: Int64, code: String, korean: String, english: String, basis: String, length: Int, unit: PeriodUnit,
        counting: String, countsFirstDay: Bool, countsOpenDaysOnly: Bool, runsBackward: Bool, endMoves: Bool,
        endsOnSameDate: Bool, minOpenDays: Int, stoppedBy: [String], cap: Int?, capUnit: PeriodUnit?,
        extensionLength: Int?, extensionUnit: PeriodUnit?, extensions: Int, extendsFromExpiry: Bool, readings: [String],
        whenMissed: MissedEffect, missedKorean: String?, missedEnglish: String?
    ) {
        self.id = id
        rule = DeadlineRule(
            code: code, korean: korean, english: english, basis: basis, length: PeriodLength(length, unit),
            method: CountingMethod(
                code: counting, countsFirstDay: countsFirstDay, countsOpenDaysOnly: countsOpenDaysOnly,
                runsBackward: runsBackward, endMoves: endMoves, endsOnSameDate: endsOnSameDate,
                minOpenDays: minOpenDays),
            stoppedBy: stoppedBy.compactMap(StopCause.init(rawValue:)), cap: PeriodLength(optional: cap, capUnit),
            extensionLength: PeriodLength(optional: extensionLength, extensionUnit), extensions: extensions,
            extendsFromExpiry: extendsFromExpiry, readings: RuleReadings.all(readings), whenMissed: whenMissed,
            missedKorean: missedKorean, missedEnglish: missedEnglish)
    }
}

extension PeriodLength {
    /// That many of the unit, if there are any.
    fileprivate init?(optional count: Int?, _ unit: PeriodUnit?) {
        guard let count, let unit else { return nil }
        self.init(count, unit)
    }
}
