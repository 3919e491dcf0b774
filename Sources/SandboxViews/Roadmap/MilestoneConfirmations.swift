package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A promise of a milestone.
    package init(_ said: SaidOfMilestone) {
        let words = said.said?.text ?? ""
        let isAgain = said.baseline != words
        self.init(
            name: said.reference.description,
            said: isAgain
                ? Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 시기를 \(words, .toward) 다시 약속했습니다(첫 약속 \(said.baseline ?? "-")).",
                    "\(said.reference): “\(said.milestone.wording.en)” is now forecast for \(words) (first promise: \(said.baseline ?? "-"))."
                )
                : Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 시기를 \(words, .toward) 약속했습니다.",
                    "\(said.reference): “\(said.milestone.wording.en)” is promised for \(words)."),
            next: said.said?.last == nil ? [Self.undated] : [], fields: Self.fields(said))
    }

    /// A milestone that was reached.
    package init(reached said: SaidOfMilestone) {
        self.init(
            name: said.reference.description,
            said: said.said.map {
                Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’에 \($0.text) 도달했습니다(상태: \(said.status.wording.ko)).",
                    "\(said.reference): “\(said.milestone.wording.en)” was reached \($0.text) (status: \(said.status.wording.en))."
                )
            }
                ?? Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 도달을 되돌렸습니다.",
                    "\(said.reference): it was taken back that “\(said.milestone.wording.en)” was reached."),
            fields: Self.fields(said))
    }

    private static let undated = Wording(
        "  이 말에서 마지막 날을 알 수 없어 지연을 셀 수 없습니다.", "  No last day can be told from these words; slip cannot be counted.")

    private static func fields(_ said: SaidOfMilestone) -> [Field] {
        [
            .init("task", "과제", "Task", .text(said.reference.description)),
            .init("milestone", "이정표", "Milestone", .code(said.milestone)),
            .init("said", "시기", "When", .text(said.said?.text)),
            .init("from", "첫날", "First day", .date(said.said?.first)),
            .init("to", "마지막 날", "Last day", .date(said.said?.last)),
            .init("baseline", "첫 약속", "First promise", .text(said.baseline)),
            .init("status", "상태", "Status", .code(said.status)),
        ]
    }
}
