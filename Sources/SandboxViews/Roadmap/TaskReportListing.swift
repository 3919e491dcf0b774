package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<TaskReportRow> {
    /// Reports that ministries gave and owe.
    package static var taskReports: Listing<TaskReportRow> {
        Listing(
            Wording("법령정비 보고", "Reports on reform tasks"),
            [
                Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
                Column("ministry", "부처", "Ministry") { .text($0.ministry) },
                Column("due_on", "기한", "Due", dates: .countdown) { .date($0.dueOn) },
                Column("reported_on", "보고일", "Reported") { .date($0.reportedOn) },
                Column("is_missed", "기한 넘김", "Missed") { .boolean($0.isMissed) },
                Column("report", "보고", "Report") { .text($0.report) },
                Column("late_reason", "늦은 사유", "Why late") { .text($0.lateReason) },
            ])
    }
}
