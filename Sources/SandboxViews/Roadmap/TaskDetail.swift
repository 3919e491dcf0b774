package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A reform task in full.
    package init(_ detail: TaskDetail) {
        let (task, graph) = (detail.summary, detail.graph)
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
                .field("target_kind", Wording("목표 이정표", "Target milestone"), .code(task.targetKind)),
                .field("status", Wording("상태", "Status"), .code(task.status)),
                .field("is_overdue", Wording("기한 경과", "Overdue"), .boolean(task.isOverdue)),
                .field("in_force_on", Wording("시행일", "In force on"), .date(task.inForceOn)),
                .machines("in_force_is_exact", .boolean(task.isInForceExact)),
                .field("version", Wording("판", "Version"), .integer(task.version)),
                .field(
                    "also_in", Wording("다른 로드맵", "Also in"), .texts(detail.others.map(\.description))),
                .field(
                    "continued_by", Wording("이어받은 과제", "Continued by"), .text(graph.continuedBy?.description)),
                .rows("continues", Wording("이어받은 앞선 과제", "Continues"), Parts.continues, graph.continues),
                .paragraph("status_reason", Wording("상태를 되돌린 사유", "Reason"), graph.statusReason),
                .paragraph("status_note", Wording("비고", "Note"), task.note),
                .paragraph("source", Wording("출처", "Source"), task.source),
                .rows("provisions", Wording("조항", "Provisions"), Parts.provisions, graph.provisions),
                .rows("references", Wording("번호", "References"), Parts.references, graph.references),
                .rows("milestones", Wording("이정표", "Milestones"), .milestones, detail.milestones),
                .rows("sayings", Wording("약속의 경과", "What was promised"), Parts.sayings, graph.sayings),
                .rows("reports", Wording("보고", "Reports"), .taskReports, detail.reports),
                .rows("cases", Wording("기다리는 과제", "Cases that wait for it"), Parts.cases, detail.cases),
            ])
    }
}

/// The tables inside.
private enum Parts {
    static let continues = Listing<(reference: TaskReference, status: ReformStatus, reason: String)>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("status", "상태", "Status") { .code($0.status) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
    ])

    static let provisions = Listing<Provision>([
        Column("law", "법령", "Law") { .text($0.law) },
        Column("article", "조항", "Article") { .text($0.article) },
        Column("level", "법령 단계", "Level") { .code($0.level) },
    ])

    static let references = Listing<(kind: TaskReferenceKind, text: String, datedOn: CivilDate?)>([
        Column("kind", "구분", "Kind") { .code($0.kind) },
        Column("number", "번호", "Number") { .text($0.text) },
        Column("dated_on", "날짜", "Day") { .date($0.datedOn) },
    ])

    static let sayings = Listing<Saying>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("milestone", "이정표", "Milestone") { .code($0.milestone) },
        Column("said_on", "말한 날", "Said on") { .date($0.saidOn) },
        Column("said", "시기", "When") { .text($0.said) },
        Column("is_baseline", "첫 약속", "First") { .boolean($0.isBaseline) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("author", "등록 기관", "Entered by") { .text($0.author) },
    ])

    static let cases = Listing<WaitingCase>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("linked_on", "연결일", "Linked", dates: .relative) { .date($0.linkedOn) },
    ])
}
