package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A roadmap that was taken over from a file.
    package init(_ outcome: ImportRoadmap.Imported) {
        let isNew = outcome.added > 0 || outcome.unchanged == 0
        self.init(
            name: outcome.code.text,
            said: isNew
                ? Wording(
                    "\(outcome.code): 과제 \(outcome.added)건을 등록했습니다.",
                    "\(outcome.code): \(Wording.counted(outcome.added, "task was", "tasks were")) entered.")
                : Wording(
                    "\(outcome.code): 과제 \(outcome.unchanged)건이 이미 같은 내용으로 있어 바꾸지 않았습니다.",
                    "\(outcome.code) is there with the same \(Wording.counted(outcome.unchanged, "task")); nothing was changed."
                ),
            next: Wording.made(outcome.ministries, "부처", "ministry", "ministries") + Wording.taken(outcome.taken),
            fields: [
                .init("roadmap", "로드맵", "Roadmap", .text(outcome.code.text)),
                .init("added", "등록", "Entered", .integer(outcome.added)),
                .init("unchanged", "이미 있음", "There already", .integer(outcome.unchanged)),
                .init("ministries", "새 부처", "New ministries", .texts(outcome.ministries)),
                .init(
                    "taken", "같은 이름으로 봄", "Taken for the same",
                    .texts(outcome.taken.map { "\($0.name) = \($0.registered)" })),
            ])
    }
}
