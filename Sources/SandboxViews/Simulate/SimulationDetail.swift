package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    private static let followed = Listing<Simulate.Followed>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("clock", "기한", "Clock", for: .machines) { .integer($0.clock) },
        Column("rule", "규정", "Rule") { .text($0.rule) },
        Column("kind", "기다리는 것", "Waits") { .code($0.kind) },
        Column("usual_days", "통상 일수", "Usual days") { .integer($0.usualDays) },
        Column("due_on", "만료일", "Due") { .date($0.dueOn) },
        Column("expected_before", "예상일", "Expected") { .date($0.before) },
        Column("expected_after", "늦어질 예상일", "Expected then") { .date($0.after) },
        Column("slip", "밀리는 일수", "Slips by") { .integer($0.slip) },
        Column("late_before", "지금도 늦음", "Late anyway", for: .machines) { .boolean($0.isLateBefore) },
        Column("late_after", "늦게 됨", "Late then") { .boolean($0.isLateAfter) },
    ])

    /// What would be, under the assumption.
    package init(_ outcome: Simulate.Outcome, _ language: Language) {
        self.init(
            Wording("가정한 결과(아무것도 남기지 않음)", "What would be (nothing is kept)")[language],
            [
                .field("moved_count", Wording("바뀌는 기한", "Periods that move"), .integer(outcome.moved.count)),
                .field("overdue_before", Wording("지금 경과", "Overdue now"), .integer(outcome.overdueBefore)),
                .field("overdue_after", Wording("그때 경과", "Overdue then"), .integer(outcome.overdueAfter)),
                .field(
                    "become_late", Wording("새로 늦게 되는 것", "Become late"),
                    .integer(outcome.followed.count { $0.becomesLate })),
                .rows("moved", Wording("바뀌는 기한", "Periods that move"), .movedDeadlines, outcome.moved),
                .rows(
                    "followed", Wording("늦은 회신의 영향", "What the slower replies do"), Self.followed,
                    outcome.followed),
            ])
    }
}

extension Simulate.Followed.Kind: Worded {
    package var wording: Wording {
        switch self {
        case .reply: Wording("회신", "reply")
        case .tabling: Wording("상정", "tabling")
        }
    }
}
