package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// How far a task has come, after the version that was read.
    package init(_ now: TaskProgress, after version: Int) {
        self.init(
            name: now.reference.description,
            said: now.version == version
                ? Wording("\(now.reference)에 바뀐 것이 없습니다.", "nothing to change in \(now.reference).")
                : Wording(
                    "\(now.reference): ‘\(now.status.wording.ko)’ 상태로 바꾸었습니다(\(now.version)판).",
                    "\(now.reference) is now “\(now.status.wording.en)” (version \(now.version))."),
            fields: [
                .init("task", "과제", "Task", .text(now.reference.description)),
                .init("status", "상태", "Status", .code(now.status)),
                .init("status_note", "비고", "Note", .text(now.note)),
                .init("in_force_on", "시행일", "In force on", .date(now.inForceOn)),
                .init("version", "판", "Version", .integer(now.version)),
            ])
    }

    /// A task that was entered into another roadmap as well.
    package init(entered: TaskReference, from task: TaskReference, _ target: SaidDate?) {
        self.init(
            name: entered.description,
            said: Wording("\(task): 이제 \(entered)이기도 합니다.", "\(task) is \(entered) too."),
            fields: [
                .init("task", "과제", "Task", .text(task.description)),
                .init("entered", "새 번호", "Entered as", .text(entered.description)),
                .init("target", "목표", "Target", .text(target?.text)),
            ])
    }

    /// What a task is known by elsewhere: noted or taken away.
    package init(_ edited: EditedReference, _ kind: TaskReferenceKind, isRemoval: Bool) {
        let words =
            switch (isRemoval, edited.isChanged) {
            case (false, true): Wording("기록했습니다.", "was noted.")
            case (false, false): Wording("이미 있습니다.", "was noted already.")
            case (true, true): Wording("지웠습니다.", "was taken away.")
            case (true, false): Wording("없는 번호입니다.", "was not noted.")
            }
        self.init(
            name: edited.reference.description,
            said: Wording(
                "\(edited.reference) – \(kind.wording.ko) \(edited.text): \(words.ko)",
                "\(edited.reference) – \(kind.wording.en) \(edited.text): \(words.en)"),
            fields: [
                .init("task", "과제", "Task", .text(edited.reference.description)),
                .init("kind", "구분", "Kind", .code(kind)),
                .init("number", "번호", "Number", .text(edited.text)),
                .init("is_changed", "변경", "Changed", .boolean(edited.isChanged)),
            ])
    }
}
