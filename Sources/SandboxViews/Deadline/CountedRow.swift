import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A line of an explanation: a day, or days of one kind that follow each other.
struct CountedRow {
    let first: CountedDay
    var last: CountedDay
    let closed: CountingCalendar.Holiday?
    let isClosed: Bool?
    let stop: PeriodCount.Stop?

    static func rows(_ explanation: DeadlineExplanation, fold: Bool) -> [CountedRow] {
        guard let count = explanation.deadline.count else { return [] }
        return rows(explanation.period, count, explanation.calendar, fold: fold)
    }

    static func rows(
        _ period: CountedPeriod, _ count: PeriodCount, _ calendar: CountingCalendar, fold: Bool
    ) -> [CountedRow] {
        var rows: [CountedRow] = []
        for day in period.days {
            let row = CountedRow(
                first: day, last: day, closed: calendar.holidays[day.date],
                isClosed: calendar.isOpen(day.date).map { !$0 },
                stop: day.stop.map { count.stops[$0] })
            if fold, let last = rows.last, last.mayJoin(row) {
                rows[rows.count - 1].last = day
            } else {
                rows.append(row)
            }
        }
        return rows
    }

    private func mayJoin(_ next: CountedRow) -> Bool {
        first.kind == next.first.kind && stop == next.stop && last.marks.isEmpty && next.first.marks.isEmpty
            && (first.kind == .counted || closed == next.closed && isClosed == next.isClosed)
    }

    /// Why the offices are closed: the holiday's name, or the day of the week.
    private var closedWhy: RuleName? {
        guard isClosed == true else { return nil }
        guard let closed else { return RuleName("weekend", "휴무일", "weekend") }
        return RuleName(closed.korean, closed.korean, closed.english)
    }

    static let listing = Listing<CountedRow>([
        Column("date", "날짜", "Date", mayShrink: false) { .date($0.first.date) },
        Column("until", "까지", "Until", for: .people, mayShrink: false) {
            .date($0.last.date == $0.first.date ? nil : $0.last.date)
        },
        Column("weekday", "요일", "Day") { .code($0.first.date.weekday) },
        Column("number", "일차", "No.") { .integer($0.last.number) },
        Column("kind", "계산", "Counts") { .code($0.first.kind) },
        Column("closed", "휴일", "Closed") { .code($0.last.date == $0.first.date ? $0.closedWhy : nil) },
        Column("stop", "정지", "Stop") { .integer($0.stop?.number) },
        Column("cause", "정지 사유", "Stopped by") { .code($0.stop?.cause) },
        Column("actor", "누가", "Who") { .text($0.stop?.actor) },
        Column("paper", "문서", "Paper") { row in
            .text(row.stop?.paper ?? row.stop?.supplement.map { "보완 \($0)" })
        },
        Column("marks", "비고", "Remarks") { .codes($0.last.marks) },
    ])
}
