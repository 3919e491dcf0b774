package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A count in full: its days first, what they come to last.
    package init(_ period: CalculatedPeriod, knownOn: CivilDate?, _ language: Language) {
        let (rule, count, ends) = (period.rule, period.count, period.ends)
        let length = count.length.unit.wording(count.length.count)
        let name = rule.map { Wording($0.korean, $0.english) } ?? length
        let doubt = period.doubt
        let missed = rule.map { Wording($0.missedKorean ?? "", $0.missedEnglish ?? "")[language] } ?? ""
        self.init(
            [rule?.code.uppercased(), name[language]].compactMap { $0 }.joined(separator: " "),
            [
                .machines("rule", .text(rule?.code)),
                .machines("regime", .text(rule?.regime.code)), .machines("version", .integer(rule?.version)),
                .machines("name_ko", .text(rule?.korean)), .machines("name_en", .text(rule?.english)),
                .field("basis", Wording("근거", "Basis"), .text(rule?.basis)),
                .field("valid_from", Wording("시행일", "Holds from"), .date(rule?.validFrom)),
                .field("valid_to", Wording("종료일", "Holds to"), .date(rule?.validTo)),
                .machines("length", .integer(count.length.count)), .machines("unit", .text(count.length.unit.rawValue)),
                .field("counting", Wording("세는 법", "Counted"), .code(count.method)),
                .machines("counting_ko", .text(count.method.wording.ko)),
                .machines("counting_en", .text(count.method.wording.en)),
                .field("counting_basis", Wording("세는 법의 근거", "Counted by"), .text(count.method.basis[language])),
                .machines("extended_by", .integer(count.added?.count ?? 0)),
                .machines("calendar", .text(period.calendarCode.code)),
                .field("known_on", Wording("공휴일 기준일", "Calendar as known on"), .date(knownOn)),
                .rows("days", Wording("날짜별 계산", "Day by day"), Self.days(period), period.days),
                .field("from", Wording("사유 발생일", "Event"), .date(count.start)),
                .machines("first_day", .date(ends.firstDay)), .machines("plain_end", .date(ends.plainEnd)),
                .machines("counted_end", .date(ends.countedEnd)),
                .field("cap_on", Wording("최장 한도", "In any case by"), .date(ends.capOn)),
                .field("due_on", Wording("만료일", "Due"), .date(ends.dueOn, doubt)),
                .field("due_time", Wording("만료 시각", "Due at"), .text(ends.dueTime)),
                .field("safe_on", Wording("안전한 근무일", "Safe by"), .date(ends.safeOn, doubt)),
                .machines("certainty", .code(ends.certainty)), .machines("holidays_known_to", .date(doubt?.knownTo)),
                .rows("otherwise", Wording("다른 해석", "Read otherwise"), .otherReadings, period.otherwise),
                .paragraph("missed", Wording("경과하면", "If missed"), missed.isEmpty ? nil : missed),
            ])
    }

    private static func days(_ period: CalculatedPeriod) -> Listing<CountedDay> {
        let calendar = period.calendar
        return Listing([
            Column("date", "날짜", "Date") { .date($0.date) },
            Column("weekday", "요일", "Weekday") { .code($0.date.weekday) },
            Column("number", "일수", "No.") { .integer($0.number) },
            Column("kind", "계산", "Count") { .code($0.kind) },
            Column("is_open", "근무일", "Office day", for: .machines) { .boolean(calendar.isOpen($0.date)) },
            Column("holiday", "공휴일", "Holiday", for: .people) {
                .code(calendar.holidays[$0.date].map { RuleName($0.korean, $0.korean, $0.english) })
            },
            Column("holiday_ko", "공휴일", "Holiday (Korean)", for: .machines) {
                .text(calendar.holidays[$0.date]?.korean)
            },
            Column("holiday_en", "공휴일(영문)", "Holiday", for: .machines) { .text(calendar.holidays[$0.date]?.english) },
            Column("marks", "비고", "Note") { .codes($0.marks) },
        ])
    }
}
