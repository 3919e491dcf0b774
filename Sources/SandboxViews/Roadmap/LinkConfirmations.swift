package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The cases that were linked to a reform task, and those that were linked already.
    package static func linked(_ outcome: LinkedCases) -> [Confirmation] {
        lines(outcome, Wording("연결했습니다.", "was linked."), Wording("이미 연결되어 있습니다.", "was linked already."))
    }

    /// The cases that are no longer linked, and those that were not.
    package static func unlinked(_ outcome: LinkedCases) -> [Confirmation] {
        lines(outcome, Wording("연결을 풀었습니다.", "was unlinked."), Wording("연결되어 있지 않습니다.", "was not linked."))
    }

    private static func lines(_ outcome: LinkedCases, _ done: Wording, _ idle: Wording) -> [Confirmation] {
        func line(_ reference: CaseReference, _ isChanged: Bool) -> Confirmation {
            let words = isChanged ? done : idle
            return Confirmation(
                name: reference.description,
                said: Wording(
                    "\(reference) – \(outcome.reference): \(words.ko)",
                    "\(reference) – \(outcome.reference): \(words.en)"),
                fields: [
                    .init("task", "과제", "Task", .text(outcome.reference.description)),
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("is_changed", "변경", "Changed", .boolean(isChanged)),
                ])
        }
        return outcome.changed.map { line($0, true) } + outcome.unchanged.map { line($0, false) }
    }
}
