package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A condition with its versions and all evidence filed for it.
    package init(_ detail: ConditionDetail) {
        let condition = detail.condition
        self.init(
            "\(detail.reference) #\(condition.number)",
            [
                .field("reference", Wording("과제번호", "Reference"), .text(detail.reference.description)),
                .field("number", Wording("번호", "Number"), .integer(condition.number)),
                .field("state", Wording("이행", "State"), .code(condition.state)),
                .field("phase", Wording("시기", "When"), .code(condition.phase)),
                .field("version", Wording("판", "Version"), .integer(condition.version)),
                .field("due", Wording("기한", "Due"), .code(condition.due)),
                .field("due_on", Wording("만료일", "Due on"), .date(condition.dueOn, condition.doubt), dates: .countdown),
                .field("is_overdue", Wording("경과", "Overdue"), .boolean(condition.isOverdue)),
                .field("asked_by", Wording("요청 기관", "Asked by"), .text(condition.askedBy)),
                .field("basis", Wording("근거", "Basis"), .text(condition.basis)),
                .field("responsible", Wording("책임", "Responsible"), .code(condition.responsible)),
                .paragraph("text", Wording("조건", "Condition"), condition.text),
                .paragraph("purpose", Wording("목적", "Purpose"), condition.purpose),
                .paragraph("evidence_wanted", Wording("확인 자료", "Evidence wanted"), condition.evidence),
                .rows("changes", Wording("변경", "Changes"), Self.changes, detail.changes),
                .rows("replies", Wording("변경에 대한 회신", "Replies to changes"), Self.replies, detail.replies),
                .rows("evidence", Wording("이행 자료", "Evidence"), Self.evidence, detail.evidence),
            ])
    }

    private static let changes = Listing<ConditionDetail.Change>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("asked_on", "신청일", "Asked", dates: .relative) { .date($0.askedOn) },
        Column("asked_by", "신청", "By") { .text($0.askedBy) },
        Column("text", "조건", "Condition") { .text($0.text) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("is_accepted", "수용", "Accepted") { .boolean($0.isAccepted) },
        Column("ruling", "의견", "Ruling") { .text($0.ruling) },
    ])
    private static let replies = Listing<ConditionDetail.Reply>([
        Column("change", "변경", "Change") { .integer($0.change) },
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("opinion", "의견", "Opinion") { .code($0.opinion) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("replied_on", "회신일", "Replied", dates: .relative) { .date($0.repliedOn) },
    ])
    private static let evidence = Listing<ConditionDetail.Evidence>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("filed_on", "제출일", "Filed", dates: .relative) { .date($0.filedOn) },
        Column("note", "설명", "Note") { .text($0.note) },
        Column("file_name", "파일", "File") { .text($0.fileName) },
        Column("size", "바이트", "Bytes", for: .machines) { .integer($0.size) },
        Column("sha256", "SHA-256", "SHA-256", for: .machines) { .text($0.sha256) },
        Column("is_confirmed", "확인", "Confirmed") { .boolean($0.isConfirmed) },
        Column("ruling", "의견", "Ruling") { .text($0.ruling) },
    ])
}
