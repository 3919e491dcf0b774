package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<MovedDeadline> {
    package static var movedDeadlines: Listing<MovedDeadline> {
        Listing(
            Wording("바뀌는 기한", "Deadlines that move"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("deadline", "기한", "Deadline", for: .machines) { .integer($0.deadline) },
                Column("rule", "규정", "Rule") { .text($0.rule) },
                Column("name_ko", "내용", "What (Korean)", for: .machines) { .text($0.korean) },
                Column("name_en", "영문 내용", "What", for: .machines) { .text($0.english) },
                Column("owed_by", "의무자", "Owed by", for: .machines) { .code($0.owedBy) },
                Column("organisation", "기관", "Organisation", for: .machines) { .text($0.organisation) },
                Column("owed_by_name", "의무자", "Owed by", for: .people) { .owner($0.organisation, else: $0.owedBy) },
                Column("due_before", "이전 만료일", "Due before") { .date($0.before) },
                Column("due_after", "이후 만료일", "Due after") { .date($0.after) },
                Column("moved_by", "이동 일수", "Moved by") { moved in
                    .integer(moved.before.flatMap { before in moved.after.map { before.days(until: $0) } })
                },
                Column("safe_before", "이전 안전일", "Safe before", for: .machines) { .date($0.safeBefore) },
                Column("safe_after", "이후 안전일", "Safe after", for: .machines) { .date($0.safeAfter) },
                Column("overdue_before", "이전 경과", "Overdue before", for: .machines) { .boolean($0.wasOverdue) },
                Column("overdue_after", "이후 경과", "Overdue after", for: .machines) { .boolean($0.isOverdue) },
            ])
    }
}
