package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<MeetingSummary> {
    /// The meetings of the committees, named in this language.
    package static func meetings(_ language: Language) -> Listing<MeetingSummary> {
        Listing(
            Wording("심의위원회 회차", "Meetings of the committees"),
            [
                Column("meeting", "회차", "Meeting", mayShrink: false) { .text($0.reference.description) },
                Column("committee", "위원회", "Committee", for: .people) {
                    .text(language == .korean ? $0.korean : $0.english)
                },
                Column("form", "방식", "Form") { .code($0.form) },
                Column("held_on", "개최일", "Held", dates: .relative) { .date($0.heldOn) },
                Column("closes_on", "종료일", "Closes", for: .machines) { .date($0.closesOn) },
                Column("is_frozen", "안건 확정", "Frozen") { .boolean($0.isFrozen) },
                Column("cancel_reason", "취소", "Cancelled") { .text($0.cancelReason) },
                Column("items", "안건", "Items") { .integer($0.items) },
                Column("open_items", "미처리", "Open") { .integer($0.openItems) },
                Column("late_cases", "기한 넘길 과제", "Too late for") { .integer($0.lateCases) },
            ])
    }
}
