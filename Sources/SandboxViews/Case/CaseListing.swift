package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<CaseSummary> {
    package static var cases: Listing<CaseSummary> {
        Listing(
            Wording("과제", "Cases"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("track", "트랙", "Track") { .code($0.track) },
                Column("stage", "단계", "Stage") { .code($0.stage) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("stage_since", "단계 시작", "Since", dates: .relative) { .date($0.stageSince) },
                Column("waiting_on", "차례", "Waiting on") { .codes($0.waitingOn) },
                Column("due_on", "가까운 기한", "Due", dates: .countdown) { .date($0.dueOn, $0.doubt) },
                Column("outcome", "의결", "Outcome") { .code($0.outcome) },
                Column("assigned_to", "담당자", "Assigned to", for: .machines) { .text($0.assignedTo) },
                Column("assigned_name", "담당자", "Assigned to", for: .people) { .text($0.assignedName) },
                Column("filed_on", "제출일", "Filed", for: .machines) { .date($0.filedOn) },
                Column("decided_on", "의결일", "Decided", for: .machines) { .date($0.decidedOn) },
                Column("days_left", "남은 날", "Days left", for: .machines) { .integer($0.daysLeft) },
                Column("days_in_stage", "경과 일수", "Days in stage", for: .machines) { .integer($0.daysInStage) },
            ] + doubtColumns { $0.doubt })
    }
}
