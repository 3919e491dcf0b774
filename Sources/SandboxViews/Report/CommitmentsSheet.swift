package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// What was promised at summits, and what became of it.
package struct CommitmentsSheet: SheetSource {
    package static let code = "report-commitments"
    package static let past = PastDay.asItIsKnown
    package static let title = Wording("전략대화 이행 약속", "Commitments made at summits")

    /// By what commitments are told.
    package enum Grouping: String, StableCode { case commitment, owner, summit, kind }

    package var by: Grouping
    package var summit: Int?
    package var asOf: CivilDate?
    package var regime: RegimeCode?

    package init(by: Grouping = .commitment, summit: Int? = nil, asOf: CivilDate? = nil, regime: RegimeCode? = nil) {
        (self.by, self.summit, self.asOf, self.regime) = (by, summit, asOf, regime)
    }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = CommitmentReport()
        query.grouping = CommitmentReport.Grouping(rawValue: by.rawValue) ?? .summit
        (query.summit, query.asOf, query.regime) = (summit, asOf, regime)
        let report = try await tracker.answer(query)
        let totals = report.total.map { [$0] } ?? []
        let caption = Wording("이행 약속", "Commitments")
        let states = BarChart(totals.flatMap(\.states).map { BarChart.Bar(.code($0), $1) })
        var parts: [ReportSheet.Part]
        if by == .commitment {
            var list = CommitmentList()
            (list.summit, list.asOf, list.regime) = (summit, asOf, regime)
            parts = [
                .init("rows", caption, Self.commitments, try await tracker.answer(list)),
                .init("total", Wording("합계", "Total"), Self.counts, totals, chart: states),
            ]
        } else {
            parts = [.init("rows", caption, Self.counts, report.groups, totals: totals, chart: states)]
        }
        return ReportSheet(
            Self.title,
            facts: [
                .asOf(report.total?.asOf ?? asOf), .by(by.rawValue),
            ], parts)
    }

    private static let commitments = Listing<CommitmentRow>([
        Column("commitment", "약속", "Commitment", mayShrink: false) { .text($0.reference.description) },
        Column("topic", "주제", "Topic", for: .machines) { .integer($0.topic) },
        Column("kind", "구분", "Kind") { .code($0.kind) },
        Column("owner", "기관", "Owner") { .text($0.owner) },
        Column("text", "내용", "What") { .text($0.text) },
        Column("due", "기한", "Due") { .text($0.due) },
        Column("due_on", "기한일", "Due on", for: .machines) { .date($0.dueOn) },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("state", "상태", "State") { .code($0.state) },
        Column("settled_on", "종결일", "Settled on") { .date($0.settledOn) },
        Column("evidence", "실적 수", "Evidence", for: .machines) { .integer($0.evidence) },
        Column("last_evidence", "마지막 실적", "Last evidence") { .text($0.lastEvidence) },
        Column("source", "출처", "Source", for: .machines) { .text($0.source) },
    ])

    private static let counts = Listing<CommitmentCount>([
        Column("name", "구분", "Group", for: .machines) { .text($0.name) },
        Column("group", "구분", "Group", for: .people) { row in
            if let kind = row.name.flatMap({ CommitmentKind(rawValue: $0) }) { return .code(kind) }
            return row.isTotal ? .code(Total.total) : .text(row.name)
        },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("commitments", "약속", "Commitments") { .integer($0.commitments) },
        Column("bar", "이행", "Kept", for: .terminal) { .text(Bar.text($0.kept, of: $0.commitments, width: 10)) },
        Column("kept", "이행", "Kept") { .integer($0.kept) },
        Column("open", "진행 중", "Open") { .integer($0.open) },
        Column("overdue", "기한 경과", "Overdue") { .integer($0.overdue) },
        Column("withdrawn", "철회", "Withdrawn") { .integer($0.withdrawn) },
    ])
}

extension CommitmentCount {
    /// How many are in each state.
    fileprivate var states: [(CommitmentState, Int)] {
        [(.kept, kept), (.open, open), (.overdue, overdue), (.withdrawn, withdrawn)]
    }
}
