import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct RoadmapProgressing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Show how far the law roadmaps have come.",
        discussion: """
              sandbox roadmap progress --roadmap ai-2020
              sandbox roadmap progress --by ministry --as-of 2025-12-31 --format json

            Overdue: the last day has passed and the task is known not to be ended; tasks of which nobody has said
            anything are counted apart. With --as-of statuses are those the event log knows of the end of that day.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this roadmap.", valueName: "code")) var roadmap: String?
    @Option(help: "By what tasks are counted.") var by: RoadmapProgress.Grouping = .area

    func run(_ tracker: Tracker) async throws {
        var query = RoadmapProgress()
        (query.grouping, query.asOf) = (by, reading.asOf)
        query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        let report = try await tracker.answer(query)
        try show(report)
        guard let total = report.total, total.recordedLater > 0, let day = reading.asOf else { return }
        Console.current.say(
            Wording(
                "과제 \(total.tasks)건 중 \(total.recordedLater)건은 \(day) 뒤에 등록되어 처음 등록된 상태로 셌습니다",
                "\(total.recordedLater) of \(total.tasks) tasks were recorded after \(day); "
                    + "they are counted by the first status recorded"),
            in: global.language)
    }

    private func show(_ report: ProgressReport) throws {
        let output = global.output
        switch output.format {
        case .table:
            guard let total = report.total else { return try global.print([], Self.listing, output) }
            let day = Wording("\(total.asOf) 기준", "as of \(total.asOf)")
            Console.current.print(
                "\(Wording("법령정비 로드맵 진행 현황", "Progress of the law roadmap")[global.language]) (\(day[global.language]))"
            )
            Console.current.print("")
            try global.print(report.groups.map(Line.group) + [.total(total)], Self.listing, output)
        case .json:
            try global.print(
                Detail(
                    "progress",
                    [
                        .field("as_of", Wording("기준일", "As of"), .date(report.total?.asOf)),
                        .field("by", Wording("구분", "By"), .text(by.rawValue)),
                        .rows("groups", Wording("구분별", "Groups"), Self.listing, report.groups.map(Line.group)),
                        .rows("total", Wording("합계", "Total"), Self.listing, report.total.map { [.total($0)] } ?? []),
                    ]), output)
        default: try global.print(report.groups.map(Line.group), Self.listing, output)
        }
    }

    /// A line of the report.
    enum Line: Sendable {
        case group(ProgressRow), total(ProgressRow)

        var row: ProgressRow {
            switch self {
            case .group(let row), .total(let row): row
            }
        }

        var isTotal: Bool { if case .total = self { true } else { false } }
    }

    static let listing = Listing<Line>([
        Column("roadmap", "로드맵", "Roadmap", for: .machines) { .text($0.row.roadmap) },
        Column("name", "구분", "Group", for: .machines) { .text($0.row.name) },
        Column("group", "구분", "Group", for: .people) { line in
            line.isTotal ? .code(Words.total) : line.row.name.map { .text($0) } ?? .code(Words.none)
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

    private enum Words: String, Worded {
        case total, none

        var wording: Wording {
            switch self {
            case .total: Wording("합계", "Total")
            case .none: Wording("(미정)", "(none named)")
            }
        }

        var tone: Tone { self == .total ? .strong : .muted }
    }
}
