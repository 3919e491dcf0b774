package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<InboxItem> {
    package static var inbox: Listing<InboxItem> {
        Listing(
            Wording("할 일", "Open tasks"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("task", "할 일", "To do") { .code($0.task) },
                Column("since", "대기 시작", "Since", dates: .relative) { .date($0.since) },
                Column("due_on", "기한", "Due", dates: .countdown) { .date($0.dueOn, $0.doubt) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("request", "요청", "Request") { .text($0.request) },
                Column("late_meeting", "기한 뒤 회차", "Too late at") { .text($0.lateMeeting) },
                Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
                Column("stage", "단계", "Stage", for: .machines) { .code($0.stage) },
                Column("days_left", "남은 날", "Days left", for: .machines) { .integer($0.daysLeft) },
                Column("days", "대기 일수", "Days", for: .machines) { .integer($0.days) },
                Column("number", "번호", "Number", for: .machines) { .integer($0.number) },
            ] + doubtColumns { $0.doubt })
    }
}
