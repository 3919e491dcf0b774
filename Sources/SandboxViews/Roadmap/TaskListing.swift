package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<TaskSummary> {
    /// Reform tasks of the roadmaps.
    package static var tasks: Listing<TaskSummary> {
        Listing(
            Wording("법령정비 과제", "Reform tasks"),
            [
                Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
                Column("area", "분야", "Area", for: .machines) { .text($0.area) },
                Column("title", "내용", "What") { .text($0.title) },
                Column("ministries", "소관", "Ministries") { .texts($0.ministries.map(\.marked)) },
                Column("laws", "법령", "Laws") { .texts($0.laws.map(\.marked)) },
                Column("target", "목표", "Target") { .text($0.target) },
                Column("target_to", "목표일", "Target day", for: .machines) { .date($0.targetTo) },
                Column("target_kind", "목표 이정표", "Target milestone", for: .machines) { .code($0.targetKind) },
                Column("status", "상태", "Status") { .code($0.status) },
                Column("is_overdue", "기한 경과", "Overdue") { .boolean($0.isOverdue) },
                Column("in_force_on", "시행일", "In force on", for: .machines) { .date($0.inForceOn) },
                Column("in_force_is_exact", "시행일 정확", "In force exact", for: .machines) {
                    .boolean($0.isInForceExact)
                },
                Column("cases", "대기 과제", "Cases") { .integer($0.cases) },
                Column("status_note", "비고", "Note", for: .machines) { .text($0.note) },
                Column("source", "출처", "Source", for: .machines) { .text($0.source) },
                Column("version", "판", "Version", for: .machines) { .integer($0.version) },
            ])
    }
}

extension Attributed {
    /// The name, with a mark if the source does not say so itself.
    var marked: String { isConfirmed ? name : name + "?" }
}
