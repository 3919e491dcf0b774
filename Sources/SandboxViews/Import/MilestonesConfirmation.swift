package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// The history of milestones that was taken over from a file.
    package init(_ outcome: ImportMilestones.Imported) {
        self.init(
            name: "\(outcome.promises + outcome.arrivals)",
            said: Wording(
                "약속 \(outcome.promises)건, 도달 \(outcome.arrivals)건을 등록했습니다(이미 있음 \(outcome.unchanged)건).",
                "\(Wording.counted(outcome.promises, "promise")) and \(Wording.counted(outcome.arrivals, "arrival")) were entered "
                    + "(\(Wording.known(outcome.unchanged)))."),
            fields: [
                .init("promises", "약속", "Promises", .integer(outcome.promises)),
                .init("arrivals", "도달", "Arrivals", .integer(outcome.arrivals)),
                .init("unchanged", "이미 있음", "There already", .integer(outcome.unchanged)),
            ])
    }
}
