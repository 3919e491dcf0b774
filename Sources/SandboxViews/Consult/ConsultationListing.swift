package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<ConsultationSummary> {
    package static var consultations: Listing<ConsultationSummary> {
        Listing(
            Wording("협의", "Consultations"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("ministry", "부처", "Ministry") { .text($0.ministry) },
                Column("round", "차수", "Round") { .integer($0.round) },
                Column("sent_on", "요청일", "Sent", dates: .relative) { .date($0.sentOn) },
                Column("due_on", "회신 기한", "Due") { .date($0.dueOn, $0.doubt) },
                Column("days_left", "남은 날", "Days left") { .integer($0.repliedAt == nil ? $0.daysLeft : nil) },
                Column("state", "상태", "State") { .code($0.state) },
                Column("replied_at", "회신", "Replied") { .timestamp($0.repliedAt.flatMap(Timestamp.init(postgres:))) },
                Column("days", "일수", "Days") { .integer($0.days) },
                Column("opinion", "의견", "Opinion") { .code($0.opinion) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("question", "질의", "Question", for: .machines) { .text($0.question) },
                Column("reason", "사유", "Reason", for: .machines) { .text($0.reason) },
                Column("conditions", "조건", "Conditions", for: .machines) { .texts($0.conditions) },
                Column("fast_track", "동일·유사", "Fast track", for: .machines) { .boolean($0.isFastTrack) },
                Column("notified_on", "통보일", "Told on", for: .machines) { .date($0.notifiedOn) },
                Column("notice", "통보", "Notice", for: .machines) { .text($0.notice) },
                Column("document_no", "문서번호", "Document", for: .machines) { .text($0.document) },
                Column("arrived_on", "도착일", "Arrived", for: .machines) { .date($0.arrivedOn) },
                Column("recall_reason", "협의 철회 사유", "Called off because", for: .machines) { .text($0.recallReason) },
                Column("proposes", "제안 결과", "Proposes", for: .machines) { .code($0.lapse?.proposes) },
                Column("contested", "이의", "Contested", for: .machines) { .text($0.lapse?.contestReason) },
                Column("resolution", "이의 처리", "Resolution", for: .machines) { .code($0.lapse?.resolution) },
                Column("sent_at", "요청 시각", "Sent at", for: .machines) { .timestamp(Timestamp(postgres: $0.sentAt)) },
                Column("undone_at", "경과 기록 취소", "Lapse undone", for: .machines) { .moment($0.lapse?.undoneAt) },
            ] + doubtColumns { $0.doubt })
    }
}
