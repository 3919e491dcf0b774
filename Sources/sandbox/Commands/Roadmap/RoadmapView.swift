import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct RoadmapView: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show a reform task with the cases that wait for it.",
        discussion: """
              sandbox roadmap view ai-2020/P05
              sandbox roadmap view ai-2020/P05 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Argument(help: .task) var task: String

    func run(_ tracker: Tracker) async throws {
        let detail = try await tracker.answer(TaskView(TaskReference.one(task)))
        try global.print(Detail(detail), try await global.dated(tracker))
    }

    static let cases = Listing<WaitingCase>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("linked_on", "연결일", "Linked", dates: .relative) { .date($0.linkedOn) },
    ])
}

extension Detail {
    /// A reform task in full.
    init(_ detail: TaskDetail) {
        let task = detail.summary
        self.init(
            "\(task.reference) \(task.title)",
            [
                .field("task", Wording("과제", "Task"), .text(task.reference.description)),
                .field("roadmap", Wording("로드맵", "Roadmap"), .text(detail.roadmap)),
                .field("area", Wording("분야", "Area"), .text(task.area)),
                .field("title", Wording("내용", "What"), .text(task.title)),
                .field("ministries", Wording("소관", "Ministries"), .texts(task.ministries.map(\.marked))),
                .field("laws", Wording("법령", "Laws"), .texts(task.laws.map(\.marked))),
                .field("target", Wording("목표", "Target"), .text(task.target)),
                .field("target_to", Wording("목표일", "Target day"), .date(task.targetTo)),
                .field("status", Wording("상태", "Status"), .code(task.status)),
                .field("is_overdue", Wording("기한 경과", "Overdue"), .boolean(task.isOverdue)),
                .field("in_force_on", Wording("시행일", "In force on"), .date(task.inForceOn)),
                .field("version", Wording("판", "Version"), .integer(task.version)),
                .field(
                    "also_in", Wording("다른 로드맵", "Also in"), .texts(detail.others.map(\.description))),
                .paragraph("status_note", Wording("비고", "Note"), task.note),
                .paragraph("source", Wording("출처", "Source"), task.source),
                .rows("cases", Wording("기다리는 과제", "Cases that wait for it"), RoadmapView.cases, detail.cases),
            ])
    }
}
