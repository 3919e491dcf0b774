package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Page {
    /// The agenda of a meeting, to print.
    package init(_ document: AgendaDocument) {
        let summary = document.meeting.summary
        self.init(
            Wording(
                "\(summary.koreanLabel) 안건", summary.englishLabel),
            facts: [
                .init(Wording("개최일", "Held"), .date(summary.heldOn)),
                .init(Wording("방식", "Form"), .code(summary.form)),
                .init(Wording("안건", "Items"), .integer(document.items.count)),
                .init(Wording("안건 확정", "Frozen"), .moment(document.meeting.frozenAt)),
                .init(Wording("해시", "Digest"), .text(document.meeting.digest)),
            ],
            [
                .init(
                    Wording("위원", "Members"),
                    [.table(Wording("위원", "Members"), EmbeddedTable(Self.members, document.meeting.members))])
            ] + document.items.map(Self.section))
    }

    private static func section(_ item: AgendaDocument.Item) -> Section {
        let head = item.view.head
        let title = "\(item.item.number). \(item.item.reference) \(item.item.service)"
        var blocks: [Block] = [
            .facts([
                .init(Wording("기업", "Company"), .text(head.company)),
                .init(Wording("트랙", "Track"), .code(head.track)),
            ])
        ]
        if let summary = head.summary { blocks.append(.paragraph(summary)) }
        blocks += [
            .table(
                Wording("규제 특례 필요사항과 적용 방법", "Exemptions needed and how they are to be applied"),
                EmbeddedTable(exemptions, item.view.exemptions)),
            .table(
                Wording("관계부처 의견", "Opinions"), EmbeddedTable(opinions, Array(item.view.consultations.reversed()))),
            .table(Wording("조건안", "Proposed conditions"), EmbeddedTable(conditions, item.conditions)),
            .table(Wording("동일·유사 선례", "Precedents"), EmbeddedTable(precedents, item.precedents)),
        ]
        if let asked = item.view.redeliberation {
            blocks.append(
                .section(.init(Wording("재심의 신청", "Re-deliberation asked for"), [.paragraph(asked.statement)])))
        }
        return Section(Wording(title, title), blocks)
    }

    private static let members = Listing<CommitteeMember>([
        Column("name", "위원", "Member") { .text($0.name) },
        Column("capacity", "자격", "Capacity") { .code($0.capacity) },
    ])
    private static let exemptions = Listing<CaseDetail.Exemption>([
        Column("law", "법령", "Law") { .text($0.law) },
        Column("article", "조항", "Article") { .text($0.article) },
        Column("obstacle", "현행 규제", "What the law says") { .text($0.obstacle) },
        Column("exemption", "필요한 특례", "Exemption needed") { .text($0.exemption) },
        Column("application", "적용 방법", "How") { .text($0.application) },
    ])
    private static let opinions = Listing<ConsultationSummary>([
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("round", "차수", "Round") { .integer($0.round) },
        Column("opinion", "의견", "Opinion") { .code($0.opinion) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("conditions", "조건", "Conditions") { .texts($0.conditions) },
    ])
    private static let conditions = Listing<ProposedCondition>([
        Column("phase", "시기", "When") { .code($0.phase) },
        Column("text", "조건", "Condition") { .text($0.text) },
        Column("purpose", "목적", "Purpose") { .text($0.purpose) },
        Column("evidence", "확인 자료", "Evidence") { .text($0.evidence) },
        Column("due", "기한", "Due") { .code($0.due) },
        Column("asked_by", "요청 기관", "Asked by") { .text($0.askedBy) },
        Column("basis", "근거", "Basis") { .text($0.basis) },
    ])
    private static let precedents = Listing<Precedent>([
        Column("reference", "과제번호", "Reference") { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("decided_on", "의결일", "Decided") { .date($0.decidedOn) },
        Column("shared_laws", "같은 법령", "Laws in common") { .texts($0.sharedLaws) },
        Column("likeness", "유사도", "Likeness") { .integer($0.likeness) },
        Column("conditions", "부가조건", "Conditions") { .texts($0.conditions) },
    ])
}
