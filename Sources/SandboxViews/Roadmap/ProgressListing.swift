package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension ProgressReport {
    /// What a person reads above the lines; nil if there is nothing to count.
    package var title: Wording? {
        total.map { total in
            Wording("법령정비 로드맵 진행 현황 (\(total.asOf) 기준)", "Progress of the law roadmap (as of \(total.asOf))")
        }
    }

    /// The groups, a line each.
    package var groupLines: [ProgressLine] { groups.map(ProgressLine.group) }
    /// All of them together.
    package var totalLine: [ProgressLine] { total.map { [.total($0)] } ?? [] }

    /// What a reader of a past day should know: of tasks that were entered later, the log has no status of that day.
    package var note: Wording? {
        guard let total, total.recordedLater > 0 else { return nil }
        return Wording(
            "과제 \(total.tasks)건 중 \(total.recordedLater)건은 \(total.asOf) 뒤에 등록되어 처음 등록된 상태로 셌습니다",
            "of \(Wording.counted(total.tasks, "task")), "
                + Wording.counted(total.recordedLater, "was recorded", "were recorded")
                + " after \(total.asOf) and counted by the first status recorded")
    }
}

extension Detail {
    /// The report as one object.
    package init(_ report: ProgressReport, by grouping: RoadmapProgress.Grouping) {
        self.init(
            "progress",
            [
                .field("as_of", Wording("기준일", "As of"), .date(report.total?.asOf)),
                .field("by", Wording("구분", "By"), .text(grouping.rawValue)),
                .rows("groups", Wording("구분별", "Groups"), .progress, report.groupLines),
                .rows("total", Wording("합계", "Total"), .progress, report.totalLine),
            ])
    }
}

extension PrintedShape {
    /// What machines get of the report: one object, or the groups as lines.
    package init(_ report: ProgressReport, by grouping: RoadmapProgress.Grouping) {
        self.init(
            document: Shape(Detail(report, by: grouping)),
            line: Shape(rowsOf: EmbeddedTable(.progress, report.groupLines)))
    }
}

/// A line of the report: a group, or all of them.
package enum ProgressLine: Sendable {
    case group(ProgressRow), total(ProgressRow)

    fileprivate var row: ProgressRow {
        switch self {
        case .group(let row), .total(let row): row
        }
    }

    fileprivate var isTotal: Bool { if case .total = self { true } else { false } }
}

extension Listing<ProgressLine> {
    /// How far the tasks of each group have come.
    package static var progress: Listing<ProgressLine> {
        Listing([
            Column("roadmap", "로드맵", "Roadmap", for: .machines) { .text($0.row.roadmap) },
            Column("name", "구분", "Group", for: .machines) { .text($0.row.name) },
            Column("group", "구분", "Group", for: .people) { line in
                line.isTotal ? .code(ProgressWord.total) : line.row.name.map { .text($0) } ?? .code(ProgressWord.none)
            },
            Column("as_of", "기준일", "As of", for: .machines) { .date($0.row.asOf) },
            Column("tasks", "과제", "Tasks") { .integer($0.row.tasks) },
            Column("bar", "완료율", "Done", for: .people, mayShrink: false) {
                .text(Bar.text($0.row.done, of: $0.row.tasks, width: 10))
            },
            Column("done", "완료", "Done") { .integer($0.row.done) },
            Column("under_way", "추진", "Under way") { .integer($0.row.underWay) },
            Column("not_begun", "미착수", "Not begun") { .integer($0.row.notBegun) },
            Column("ended", "종결", "Ended") { .integer($0.row.ended) },
            Column("undetermined", "미확인", "Unknown") { .integer($0.row.undetermined) },
            Column("overdue", "지연", "Overdue") { .integer($0.row.overdue) },
            Column("past_target_undetermined", "지연?", "Overdue?") { .integer($0.row.pastTargetUndetermined) },
            Column("cases_waiting", "대기", "Cases") { .integer($0.row.casesWaiting) },
            Column("recorded_later", "이후 등록", "Recorded later", for: .machines) { .integer($0.row.recordedLater) },
        ])
    }
}

private enum ProgressWord: String, CaseIterable, HasWording {
    case total, none

    var wording: Wording {
        switch self {
        case .total: Wording("합계", "Total")
        case .none: Wording("(미정)", "(none named)")
        }
    }

    var tone: Tone { self == .total ? .strong : .muted }
}
