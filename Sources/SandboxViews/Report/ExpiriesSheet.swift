package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// Every grant with its end, and whether the law it waits for will be there in time.
package struct ExpiriesSheet: SheetSource {
    package static let code = "report-expiries"
    package static let past = PastDay.asItIsKnown
    package static let title = Wording("효력 종료와 법령정비", "Grants and the law they wait for")

    package var track: TrackCode?
    package var within: Int?
    package var asOf: CivilDate?
    package var regime: RegimeCode?

    package init(track: TrackCode? = nil, within: Int? = nil, asOf: CivilDate? = nil, regime: RegimeCode? = nil) {
        (self.track, self.within, self.asOf, self.regime) = (track, within, asOf, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var report = ExpiriesReport()
        (report.asOf, report.withinDays) = (asOf, within)
        (report.track, report.regime) = (track, regime)
        let rows = try await tracker.answer(report)
        let today: CivilDate
        if let day = asOf { today = day } else { today = try await tracker.answer(Today(of: regime)) }
        let bars = rows.compactMap { row -> GanttChart.Row? in
            guard let end = row.endOn else { return nil }
            return GanttChart.Row(
                .text("\(row.reference) \(row.company)"), promised: .init(from: min(today, end), to: end),
                expected: row.lastOn.flatMap { $0 > end ? .init(from: end, to: $0) : nil }, cameOn: row.forecastOn)
        }
        let late = rows.filter { ($0.gapDays ?? 1) > 0 }.count
        return ReportSheet(
            Self.title,
            facts: [
                .asOf(today), .init("grants", Wording("지정·허가", "Grants"), .integer(rows.count)),
                .init("not_in_time", Wording("제때 정비가 확실하지 않음", "Law late or unknown"), .integer(late)),
            ],
            [
                .init(
                    "rows", Wording("효력 종료", "Ends"), Self.listing, rows,
                    chart: GanttChart(
                        bars, today: today,
                        legend: .init(
                            promised: Wording("유효기간", "Valid"), expected: Wording("간주 유효", "Deemed valid"),
                            came: Wording("시행 전망", "Law expected"))))
            ])
    }

    private static let listing = Listing<ExpiryRow>(
        Wording("샌드박스 만료", "Sandbox expiries"),
        [
            Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
            Column("company", "기업", "Company") { .text($0.company) },
            Column("service", "서비스", "Service") { .text($0.service) },
            Column("state", "상태", "State") { .code($0.state) },
            Column("last_on", "효력 종료", "In force until", dates: .countdown) { .date($0.lastOn) },
            Column("tasks", "법령정비 과제", "Reform tasks") { .texts($0.tasks) },
            Column("forecast_on", "시행 전망", "Law expected") { .date($0.forecastOn) },
            Column("gap_days", "늦는 일수", "Days late") { .integer($0.gapDays) },
            Column("end_on", "유효기간", "Valid until", for: .machines) { .date($0.endOn) },
            Column("days_left", "남은 일수", "Days left", for: .machines) { .integer($0.daysLeft) },
            Column("reason", "이유", "Why", for: .machines) { .code($0.reason) },
            Column("certificate", "지정·허가번호", "Grant number", for: .machines) { .text($0.certificate) },
            Column("level", "고칠 법령의 단계", "Level of the law", for: .machines) { .code($0.level) },
        ],
        event: { row, language in
            guard let last = row.lastOn else { return nil }
            return CalendarEvent(
                uid: "\(row.reference)-end@sandbox", stamp: row.asked, day: last,
                summary: Wording(
                    "\(row.reference) \(row.service) 효력 종료", "\(row.reference) \(row.service): end of the grant")[
                        language],
                description: outlook(row)[language], reminder: row.reminder, sequence: row.sequence)
        })

    /// The description of an end: why the grant ends, and whether the law will be there in time.
    private static func outlook(_ row: ExpiryRow) -> Wording {
        let tasks = row.tasks.joined(separator: ", ")
        var (ko, en) = (["\(row.company): \(row.reason.wording.ko)"], ["\(row.company): \(row.reason.wording.en)"])
        if !tasks.isEmpty { (ko, en) = (ko + ["법령정비 과제: \(tasks)"], en + ["Reform tasks: \(tasks)"]) }
        if let day = row.forecastOn, let gap = row.gapDays {
            ko.append("시행 전망: \(day)" + (gap > 0 ? " (\(gap)일 늦음)" : ""))
            en.append("Law expected: \(day)" + (gap > 0 ? " (\(Wording.counted(gap, "day")) late)" : ""))
        } else {
            (ko, en) = (ko + ["시행 전망: 알 수 없음"], en + ["Law expected: nobody knows when"])
        }
        return Wording(ko.joined(separator: "\n"), en.joined(separator: "\n"))
    }
}
