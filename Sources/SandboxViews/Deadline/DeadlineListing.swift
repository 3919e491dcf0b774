package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<DeadlineSummary> {
    /// Periods that run, or ran.
    package static var deadlines: Listing<DeadlineSummary> {
        Listing(
            Wording("기한", "Deadlines"),
            [
                Column("reference", "기한", "Deadline", mayShrink: false) { .text($0.name) },
                Column("rule", "규칙", "Rule", mayShrink: false) { .text($0.rule) },
                Column("name", "이름", "What", for: .people) { .code($0.what) },
                Column("owed_by", "의무자", "Owed by", for: .machines) { .code($0.owedBy) },
                Column("organisation", "기관", "Organisation", for: .machines) { .text($0.organisation) },
                Column("owed_by_name", "의무자", "Owed by", for: .people) { .owner($0.organisation, else: $0.owedBy) },
                Column("due_on", "만료일", "Due") { .date($0.dueOn, $0.safeOn == nil ? $0.doubt : nil) },
                Column("days_left", "남은 날", "Days left") { .integer($0.daysLeft) },
                Column("state", "상태", "State") { .code($0.state) },
                Column("promised", "처음 만료일", "Promised", for: .people) {
                    .date($0.promisedOn == $0.dueOn ? nil : $0.promisedOn)
                },
                Column("promised_on", "처음 만료일", "Promised", for: .machines) { .date($0.promisedOn) },
                Column("safe_on", "안전한 날", "Safe", for: .machines) { .date($0.safeOn, $0.doubt) },
                Column("started_on", "시작", "Started", for: .machines) { .date($0.startedOn) },
                Column("ended_on", "끝", "Ended", for: .machines) { .date($0.endedOn) },
                Column("late_meeting", "기한 뒤 회차", "Too late at") { .text($0.lateMeeting) },
                Column("basis", "근거", "Article", for: .machines) { .text($0.basis) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
            ] + doubtColumns { $0.doubt })
    }

    /// The deadlines of one case, inside it.
    package static var deadlinesOfCase: Listing<DeadlineSummary> {
        Listing(
            Wording("기한", "Deadlines"),
            deadlines.columns.filter { !["company", "service"].contains($0.key) })
    }
}

extension DeadlineSummary {
    /// The name of its rule, or of what has to be done.
    fileprivate var what: RuleName {
        guard let task else { return RuleName(rule, korean, english) }
        return RuleName(rule, task.wording.ko, task.wording.en)
    }
}

extension Cell {
    /// Who owes an act, for people: the organisation, or the party where none is named.
    static func owner(_ organisation: String?, else party: DeadlineDebtor) -> Cell {
        organisation.map { .text($0) } ?? .code(party)
    }
}
