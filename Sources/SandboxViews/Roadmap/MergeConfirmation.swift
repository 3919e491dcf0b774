package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A task that another one continues.
    package init(_ merged: MergedTask) {
        self.init(
            name: merged.into.description,
            said: Wording(
                "\(merged.reference): ‘\(merged.status.wording.ko)’. 이제 \(merged.into)에서 이어집니다.",
                "\(merged.reference) is “\(merged.status.wording.en)”; \(merged.into) continues it."),
            next: [
                Wording("  기다리는 과제: \(merged.cases)건", "  cases that wait for it: \(merged.cases)")
            ],
            fields: [
                .init("task", "과제", "Task", .text(merged.reference.description)),
                .init("into", "이어받은 과제", "Into", .text(merged.into.description)),
                .init("status", "상태", "Status", .code(merged.status)),
                .init("cases", "대기 과제", "Cases", .integer(merged.cases)),
            ])
    }
}
