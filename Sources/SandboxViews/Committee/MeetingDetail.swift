package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A meeting: who sits, what is tabled, how it was voted on.
    package init(_ detail: MeetingDetail, _ language: Language) {
        let summary = detail.summary
        self.init(
            "\(summary.reference) \(language == .korean ? summary.korean : summary.english)",
            [
                .field("meeting", Wording("회차", "Meeting"), .text(summary.reference.description)),
                .field("form", Wording("방식", "Form"), .code(summary.form)),
                .field("held_on", Wording("개최일", "Held"), .date(summary.heldOn), dates: .relative),
                .field("closes_on", Wording("종료일", "Closes"), .date(summary.closesOn)),
                .field("frozen_at", Wording("안건 확정", "Frozen"), .moment(detail.frozenAt)),
                .paragraph("change_reason", Wording("변경 사유", "Changed because"), detail.changeReason),
                .paragraph("cancel_reason", Wording("취소 사유", "Cancelled because"), summary.cancelReason),
                .field("digest", Wording("해시", "Digest"), .text(detail.digest)),
                .rows("members", Wording("위원", "Members"), Self.members, detail.members),
                .rows("items", Wording("안건", "Agenda"), Self.items, detail.items),
                .rows("conditions", Wording("조건안", "Proposed conditions"), Self.conditions, detail.conditions),
                .rows("votes", Wording("표결", "Votes"), Self.votes, detail.votes),
            ])
    }

    private static let members = Listing<CommitteeMember>([
        Column("name", "위원", "Member") { .text($0.name) },
        Column("capacity", "자격", "Capacity") { .code($0.capacity) },
        Column("is_from_main", "본위원회", "Main committee", for: .machines) { .boolean($0.isFromMain) },
    ])
    private static let items = Listing<MeetingDetail.Item>([
        Column("item", "번호", "No.") { .integer($0.number) },
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("result", "처리", "Result") { .code($0.result) },
        Column("outcome", "의결", "Outcome") { .code($0.outcome) },
        Column("has_changed", "확정 뒤 변경", "Changed since") { .boolean($0.hasChanged) },
        Column("composed", "구성", "Composed", for: .machines) { .integer($0.tally?.composed) },
        Column("recused", "제척 등", "Recused", for: .machines) { .integer($0.tally?.recused) },
        Column("present", "출석", "Present") { .integer($0.tally?.present) },
        Column("in_favour", "찬성", "In favour") { .integer($0.tally?.inFavour) },
        Column("against", "반대", "Against") { .integer($0.tally?.against) },
        Column("abstained", "기권", "Abstained", for: .machines) { .integer($0.tally?.abstained) },
        Column("is_quorate", "의사정족수", "Quorum", for: .machines) { .boolean($0.tally?.isQuorate) },
        Column("is_carried", "가결", "Carried", for: .machines) { .boolean($0.tally?.isCarried) },
        Column("reason", "보류 사유", "Reason", for: .machines) { .text($0.reason) },
    ])
    private static let conditions = Listing<MeetingDetail.Condition>([
        Column("item", "안건", "Item") { .integer($0.item) },
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("phase", "시기", "When") { .code($0.phase) },
        Column("text", "조건", "Condition") { .text($0.text) },
    ])
    private static let votes = Listing<MeetingDetail.MemberVote>([
        Column("item", "안건", "Item") { .integer($0.item) },
        Column("member", "위원", "Member") { .text($0.member) },
        Column("vote", "표결", "Vote") { .code($0.vote) },
        Column("correction", "정정 사유", "Corrected because") { .text($0.correction) },
        Column("recusal", "제척 등", "Recusal") { .code($0.recusal) },
        Column("ground", "사유", "Ground") { .code($0.ground) },
    ])
}
