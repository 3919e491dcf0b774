package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// How many cases are at which stage of which track, and for how long.
package struct PipelineSheet: SheetSource {
    package static let code = "report-pipeline"
    package static let past = PastDay.asItIsKnown
    package static let title = Wording("진행 현황", "Pipeline")

    package var track: TrackCode?
    package var asOf: CivilDate?
    package var regime: RegimeCode?

    package init(track: TrackCode? = nil, asOf: CivilDate? = nil, regime: RegimeCode? = nil) {
        (self.track, self.asOf, self.regime) = (track, asOf, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = PipelineReport()
        query.asOf = asOf
        (query.track, query.regime) = (track, regime)
        let pipeline = try await tracker.answer(query)
        let stages = Stage.allCases.map { stage in
            (stage, pipeline.rows.filter { $0.stage == stage }.reduce(0) { $0 + $1.cases })
        }
        var funnel = FunnelReport()
        (funnel.track, funnel.asOf, funnel.regime) = (track, asOf, regime)
        let steps = try await tracker.answer(funnel)
        return ReportSheet(
            Self.title, facts: [.asOf(pipeline.total?.asOf ?? asOf)], note: Self.survivors(steps),
            [
                .init(
                    "rows", Wording("트랙·단계별 과제", "Cases by track and stage"), Self.listing, pipeline.rows,
                    totals: pipeline.total.map { [$0] } ?? [],
                    chart: BarChart(stages.map { BarChart.Bar(.code($0), $1) })),
                .init(
                    "funnel", Wording("단계별 도달 과제", "How far cases came"), Self.funnel(steps), steps,
                    chart: BarChart(
                        steps.map {
                            let share = "\($0.percent(of: steps))%"
                            return BarChart.Bar(.code($0.worded), $0.cases, note: Wording(share, share))
                        })),
            ])
    }

    /// Of the past only what was decided is entered: such cases say nothing of how many come to a decision.
    private static func survivors(_ steps: [FunnelRow]) -> Wording? {
        guard let imported = steps.first?.imported, imported > 0 else { return nil }
        return Wording(
            "과거 자료 \(imported)건은 의결된 과제만 등록된 것이므로 단계별 비율을 높입니다",
            "\(Wording.counted(imported, "case")) of the past, entered because they were decided, raise the shares")
    }

    private static func funnel(_ steps: [FunnelRow]) -> Listing<FunnelRow> {
        Listing([
            Column("step", "단계", "Step") { .code($0.worded) },
            Column("bar", "비율", "Share", for: .terminal) {
                .text(Bar.text($0.cases, of: steps.first?.cases ?? 0, width: 20))
            },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("percent", "제출 대비(%, 반올림)", "Of those filed (%, rounded)") { .integer($0.percent(of: steps)) },
            Column("imported", "그중 과거 자료", "Of them imported") { .integer($0.imported) },
        ])
    }

    private static let listing = Listing<PipelineRow>([
        Column("track", "트랙", "Track") { row in row.track.map { .code($0) } ?? .code(Total.total) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("cases", "과제", "Cases") { .integer($0.cases) },
        Column("median_days", "중앙값(일)", "Median days") { .decimal($0.medianDays) },
        Column("oldest_days", "최장(일)", "Oldest days") { .integer($0.oldestDays) },
        Column("oldest", "가장 오래된 과제", "Oldest", mayShrink: false) { .text($0.oldest) },
    ])
}

extension FunnelRow {
    fileprivate var worded: StableCodeWording { StableCodeWording(step, .funnelSteps) }

    /// The share of those that were filed, rounded.
    fileprivate func percent(of steps: [FunnelRow]) -> Int {
        let filed = max(1, steps.first?.cases ?? 0)
        return (cases * 200 + filed) / (filed * 2)
    }
}
