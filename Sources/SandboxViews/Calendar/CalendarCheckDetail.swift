package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// How far the calendars reach, and which open periods run past them.
    package init(_ findings: CheckCalendar.Findings, _ language: Language) {
        self.init(
            Wording("달력 확인", "Check of the calendars")[language],
            [
                .rows("calendars", Wording("달력", "Calendars"), Self.reaches, findings.reaches),
                .rows(
                    "findings", Wording("달력을 벗어나는 기한", "Periods past a calendar"), Self.deadlines, findings.deadlines),
            ])
    }

    private static let reaches = Listing<CheckCalendar.Reach>([
        Column("calendar", "달력", "Calendar") { .text($0.calendar.code) },
        Column("first_year", "첫 해", "First year") { .integer($0.firstYear) },
        Column("last_year", "마지막 해", "Last year") { .integer($0.lastYear) },
        Column("holidays", "공휴일 수", "Holidays") { .integer($0.holidays) },
        Column("weekends_only", "주말만", "Weekends only") { .boolean($0.firstYear == nil) },
    ])
    private static let deadlines = Listing<CheckCalendar.Finding>([
        Column("problem", "문제", "Problem") { .code($0.problem) },
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("deadline", "기한", "Deadline") { .integer($0.deadline) },
        Column("rule", "규정", "Rule") { .text($0.rule) },
        Column("started_on", "시작일", "Started") { .date($0.startedOn) },
        Column("due_on", "만료일", "Due") { .date($0.dueOn) },
        Column("calendar", "달력", "Calendar", for: .machines) { .text($0.calendar.code) },
    ])
}

extension CheckCalendar.Finding.Problem: HasWording {
    package var wording: Wording {
        switch self {
        case .pastEnd: Wording("달력 끝을 넘음", "past the end")
        case .beforeBeginning: Wording("달력 시작 전", "before the beginning")
        case .weekendsOnly: Wording("공휴일 없는 달력", "no holidays known")
        }
    }
    package var tone: Tone { .caution }
}

extension Failure {
    /// Exit status 7: periods are counted on days nobody has published.
    package static func calendarShort(_ count: Int) -> Failure {
        Failure(
            code: "calendar-short", status: .checkFailed,
            what: Wording("달력이 닿지 않는 기한이 있습니다", "the calendar does not cover every open period"),
            why: Wording("\(count)건", "\(count) open period\(count == 1 ? "" : "s")"),
            hint: Wording(
                "그해의 공휴일이 발표되면 sandbox calendar import로 등록하고 sandbox calendar declare로 확정하십시오",
                "as soon as they are published, enter the holidays of those years with sandbox calendar import and declare them: "
                    + "sandbox calendar declare"))
    }
}
