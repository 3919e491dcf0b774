package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// What became of the consultations, ministry by ministry.
package struct ConsultationsSheet: SheetSource {
    package static let code = "report-consultations"
    package static let past = PastDay.asItIsKnown
    package static let title = Wording("관계부처 협의", "Consultations")

    package var by: ConsultationReport.Grouping
    package var track: TrackCode?
    package var regime: RegimeCode?
    package var asOf: CivilDate?

    package init(
        by: ConsultationReport.Grouping = .ministry, track: TrackCode? = nil, regime: RegimeCode? = nil,
        asOf: CivilDate? = nil
    ) {
        (self.by, self.track, self.regime, self.asOf) = (by, track, regime, asOf)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var report = ConsultationReport()
        (report.by, report.asOf, report.regime) = (by, asOf, regime)
        report.track = track
        let answer = try await tracker.answer(report)
        let bars = answer.rows.map { row in
            BarChart.Bar(
                row.track.map { .code($0) } ?? .text(row.ministry), row.sent,
                note: row.overdue > 0 ? Wording("경과 \(row.overdue)", "\(row.overdue) overdue") : nil)
        }
        return ReportSheet(
            Self.title,
            facts: [
                .asOf(answer.total?.asOf ?? asOf), .by(by.rawValue),
            ],
            [
                .init(
                    "rows", Wording("협의", "Consultations"), Self.listing(by), answer.rows,
                    totals: answer.total.map { [$0] } ?? [], chart: BarChart(bars))
            ])
    }

    private static func listing(_ by: ConsultationReport.Grouping) -> Listing<ConsultationsRow> {
        Listing([
            Column("ministry", "부처", "Ministry", for: by == .ministry ? .everyone : .machines) { row in
                row.isTotal ? .code(Total.total) : .text(row.ministry)
            },
            Column("regime", "제도", "Regime", for: .machines) { .text($0.regime?.code) },
            Column("track", "트랙", "Track", for: by == .track ? .everyone : .machines) { row in
                row.isTotal ? .code(Total.total) : .code(row.track)
            },
            Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
            Column("sent", "요청", "Sent") { .integer($0.sent) },
            Column("bar", "회신", "Answered", for: .terminal) { .text(Bar.text($0.answered, of: $0.sent, width: 10)) },
            Column("open", "진행", "Open") { .integer($0.open) },
            Column("not_notified", "미통보", "Not notified") { .integer($0.notNotified) },
            Column("overdue", "기한 경과", "Overdue") { .integer($0.overdue) },
            Column("answered", "회신", "Answered") { .integer($0.answered) },
            Column("lapsed", "간주", "Lapsed") { .integer($0.lapsed) },
            Column("closed", "회신 없이 종료", "Closed") { .integer($0.closed) },
            Column("median_days", "중앙값(일)", "Median days") { .decimal($0.medianDays) },
            Column("p90_days", "90%(일)", "90% within") { .integer($0.ninetiethDays) },
            Column("supplements", "보완 요청", "Supplements") { .integer($0.supplements) },
        ])
    }
}
