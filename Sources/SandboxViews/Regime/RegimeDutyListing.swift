package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<RegimeDuty> {
    /// What regimes owe as a whole, and until when.
    package static var duties: Listing<RegimeDuty> {
        Listing(
            Wording("제도의 의무", "Duties of the regimes"),
            [
                Column("regime", "제도", "Regime", mayShrink: false) { .text($0.regime.code) },
                Column("rule", "규칙", "Rule", mayShrink: false) { .text($0.rule) },
                Column("name", "이름", "What", for: .people) { .code(RuleName($0.rule, $0.korean, $0.english)) },
                Column("owed_by", "의무자", "Owed by") { .code($0.owedBy) },
                Column("due_on", "만료일", "Due") { .date($0.dueOn, $0.doubt) },
                Column("days_left", "남은 날", "Days left") { .integer($0.daysLeft) },
                Column("started_on", "시작", "Started", for: .machines) { .date($0.startedOn) },
                Column("done", "이행 횟수", "Done") { .integer($0.done) },
                Column("last_on", "최근 이행", "Last") { .date($0.lastOn) },
                Column("basis", "근거", "Article") { .text($0.basis) },
            ] + doubtColumns { $0.doubt })
    }
}
