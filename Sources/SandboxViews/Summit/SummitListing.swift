package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<SummitRow> {
    /// Summits.
    package static var summits: Listing<SummitRow> {
        Listing(
            Wording("전략대화", "Summits"),
            [
                Column("number", "회차", "Number") { .integer($0.number) },
                Column("name", "이름", "Name") { .text($0.name) },
                Column("held_on", "개최일", "Held on", dates: .relative) { .date($0.heldOn) },
                Column("is_held", "개최", "Held") { .boolean($0.isHeld) },
                Column("place", "장소", "Place") { .text($0.place) },
                Column("topics", "주제", "Topics") { .integer($0.topics) },
                Column("councils", "협의체", "Councils") { .integer($0.councils) },
                Column("commitments", "약속", "Commitments") { .integer($0.commitments) },
                Column("unsettled", "미이행", "Unsettled") { .integer($0.unsettled) },
            ])
    }
}
