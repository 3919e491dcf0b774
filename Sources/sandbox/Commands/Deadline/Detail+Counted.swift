import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Detail {
    /// A count in full.
    init(_ counted: CountedPeriod, knownOn: CivilDate?, stops: [StoppedDays]) {
        let (rule, period) = (counted.rule, counted.period)
        let length = Wording.length(period.length, period.unit)
        self.init(
            rule.map { "\($0.code) \($0.korean)" } ?? length.ko,
            [
                .field("rule", Wording("규정", "Rule"), .text(rule?.code)),
                .field("name_ko", Wording("이름", "Name in Korean"), .text(rule?.korean)),
                .field("name_en", Wording("영문 이름", "Name"), .text(rule?.english)),
                .field("basis", Wording("근거", "Basis"), .text(rule?.basis)),
                .machines("regime", .text(rule?.regime.code)), .machines("version", .integer(rule?.version)),
                .field("valid_from", Wording("시행일", "Holds from"), .date(rule?.validFrom)),
                .field("valid_to", Wording("종료일", "Holds to"), .date(rule?.validTo)),
                .machines("length", .integer(period.length)), .machines("unit", .code(period.unit)),
                .field("counting", Wording("세는 법", "Counting"), .code(WordedCode(period.method.code, .countings))),
                .machines("extended_by", .integer(period.added)),
                .machines("stops", .list(stops.map { .text("\($0.first)..\($0.last?.description ?? "")") })),
                .machines("calendar", .text(counted.calendar.code)),
                .field("known_on", Wording("공휴일 기준일", "Calendar as known on"), .date(knownOn)),
                .rows("days", Wording("날짜별 계산", "Day by day"), Self.listing(counted), counted.days),
                .field("from", Wording("사유 발생일", "Event"), .date(counted.start)),
                .field("first_day", Wording("기산일", "First day"), .date(counted.firstDay)),
                .field("plain_end", Wording("불산입 전 만료일", "End without stops"), .date(counted.plainEnd)),
                .field("counted_end", Wording("이동 전 만료일", "End before moving"), .date(counted.countedEnd)),
                .field("cap_on", Wording("최장 한도", "In any case by"), .date(counted.capOn)),
                .field("due_on", Wording("만료일", "Due"), .date(counted.dueOn)),
                .field("due_time", Wording("만료 시각", "Due at"), .text(counted.dueTime?.description)),
                .field("safe_on", Wording("안전한 근무일", "Safe by"), .date(counted.safeOn)),
                .paragraph("missed_ko", Wording("경과하면", "If missed (Korean)"), rule?.missedKorean),
                .paragraph("missed_en", Wording("경과하면(영문)", "If missed"), rule?.missedEnglish),
            ])
    }

    private static func listing(_ counted: CountedPeriod) -> Listing<CountedPeriod.ExplainedDay> {
        let (end, due, safe) = (counted.countedEnd, counted.dueOn, counted.safeOn)
        return Listing([
            Column("day", "날짜", "Day") { .date($0.counted.day) },
            Column("weekday", "요일", "Weekday") { .code($0.counted.day.weekday) },
            Column("number", "일수", "No.") { .integer($0.counted.number) },
            Column("kind", "계산", "Count") { .code($0.counted.kind) },
            Column("is_open", "근무일", "Office day", for: .machines) { .boolean($0.counted.isOpen) },
            Column("holidays_ko", "공휴일", "Holiday (Korean)") { .texts($0.korean) },
            Column("holidays_en", "공휴일(영문)", "Holiday") { .texts($0.english) },
            Column("is_end", "만료", "End", for: .machines) { .boolean($0.counted.day == end) },
            Column("is_due", "기한", "Due", for: .machines) { .boolean($0.counted.day == due) },
            Column("note", "비고", "Note", for: .people) { day in
                day.counted.day == due
                    ? .code(WordedCode("due", .dayNotes))
                    : day.counted.day == safe ? .code(WordedCode("safe", .dayNotes)) : .null
            },
        ])
    }
}
