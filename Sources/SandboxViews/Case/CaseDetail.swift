package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A case in full. Sections order the screen; the keys are those of the JSON object.
    package init(_ detail: CaseDetail) {
        let head = detail.head
        self.init(
            "\(head.reference) \(head.service)",
            Self.head(head) + Self.work(detail)
                + [.rows("open_tasks", Wording("지금 할 일", "Now"), Self.openTasks, detail.openTasks)]
                + Self.proposal(detail) + Self.course(detail))
    }

    private static func head(_ head: CaseDetail.Head) -> [Item] {
        [
            .field("reference", Wording("과제번호", "Reference"), .text(head.reference.description)),
            .field("track", Wording("트랙", "Track"), .code(head.track)),
            .field("stage", Wording("단계", "Stage"), .code(head.stage)),
            .field("stage_since", Wording("단계 시작", "Since"), .date(head.stageSince), dates: .relative),
            .field("company", Wording("기업", "Company"), .text(head.company)),
            .field("service", Wording("서비스", "Service"), .text(head.service)),
            .field(
                "service_type", Wording("유형", "Type"),
                .code(head.serviceType.map { StableCodeWording($0, .serviceTypes) })),
            .field("filed_at", Wording("제출", "Filed"), .moment(head.filedAt)),
            .field("received_at", Wording("접수", "Received"), .moment(head.receivedAt)),
            .field("version", Wording("판", "Version"), .integer(head.version)),
            .paragraph("closing_reason", Wording("반려·철회 사유", "Reason for the end"), head.closingReason),
            .paragraph("summary", Wording("주요 내용", "Summary"), head.summary),
            .list("reasons", Wording("신청 사유", "Reasons"), head.reasons),
            .section(
                "period", Wording("기간", "Period"),
                [
                    .field("from", Wording("시작일", "From"), .date(head.periodFrom)),
                    .field("to", Wording("종료일", "To"), .date(head.periodTo)),
                    .field("months", Wording("개월", "Months"), .integer(head.periodMonths)),
                ]),
        ]
    }

    /// What the reader's own organisation has of it.
    private static func work(_ detail: CaseDetail) -> [Item] {
        [
            .machines("assigned_to", .text(detail.assignment?.login)),
            .machines("deputy", .text(detail.assignment?.deputy)),
            .field("assigned_name", Wording("담당자", "Assigned to"), .text(detail.assignment?.name)),
            .field("deputy_name", Wording("대결자", "Deputy"), .text(detail.assignment?.deputyName)),
            .rows("notes", Wording("내부 메모", "Notes for colleagues"), notes, detail.notes),
        ]
    }

    private static let notes = Listing<CaseDetail.Note>([
        Column("written_at", "일시", "When") { .moment($0.writtenAt) },
        Column("author", "작성자", "By") { .text($0.author) },
        Column("organisation", "기관", "Organisation") { .text($0.organisation) },
        Column("body", "내용", "Note", wraps: true) { .text($0.body) },
    ])

    private static func proposal(_ detail: CaseDetail) -> [Item] {
        var items: [Item] = [
            .each(
                "exemptions", Wording("규제 특례 필요사항과 적용 방법", "Exemptions needed and how they are to be applied"),
                detail.exemptions.map(part)),
            .section(
                "sections", Wording("제안 내용", "Proposal"),
                detail.sections.map { .paragraph($0.code, Wording($0.korean, $0.english), $0.body) }),
        ]
        items += [
            .rows("participants", Wording("공동 신청 기관", "Participants"), participants, detail.participants),
            .rows("risks", Wording("위험과 대응", "Risks"), risks, detail.risks),
            .rows("stakeholders", Wording("이해관계", "Stakeholders"), stakeholders, detail.stakeholders),
        ]
        if let contact = detail.contact {
            items.append(
                .section(
                    "contact", Wording("연락처", "Contact"),
                    [
                        .field("name", Wording("담당자", "Name"), .text(contact.name)),
                        .field("phone", Wording("전화", "Telephone"), .text(contact.phone)),
                        .field("email", Wording("전자우편", "E-mail"), .text(contact.email)),
                        .field("address", Wording("주소", "Address"), .text(contact.address)),
                        .field("representative", Wording("대표자", "Representative"), .text(contact.representative)),
                    ]))
        }
        return items
    }

    private static func part(_ item: CaseDetail.Exemption) -> Part {
        let provision = [item.law, item.article].compactMap { $0 }.joined(separator: " ")
        return Part(
            "\(item.number). \(provision)",
            [
                .machines("number", .integer(item.number)),
                .machines("law", .text(item.law)),
                .machines("article", .text(item.article)),
                .field("ministry", Wording("소관 부처", "Ministry"), .text(item.ministry)),
                .paragraph("obstacle", Wording("현행 규제", "What the law says"), item.obstacle),
                .paragraph("exemption", Wording("필요한 특례", "Exemption needed"), item.exemption),
                .paragraph("application", Wording("특례 적용 방법", "How it is to be applied"), item.application),
                .paragraph("question", Wording("질의", "Question"), item.question),
            ])
    }

    private static let openTasks = Listing<CaseDetail.OpenTask>([
        Column("waiting_on", "차례", "Waiting on") { .code($0.waitingOn) },
        Column("organisation", "기관", "Organisation") { .text($0.organisation) },
        Column("task", "할 일", "To do") { .code($0.task) },
        Column("since", "대기 시작", "Since", dates: .relative) { .date($0.since) },
    ])
    private static let participants = Listing<CaseDetail.Participant>([
        Column("organisation", "기관", "Organisation") { .text($0.organisation) },
        Column("responsible", "책임자", "Responsible") { .text($0.responsible) },
        Column("part", "역할", "Part") { .text($0.part) },
    ])
    private static let risks = Listing<CaseDetail.Risk>([
        Column("category", "구분", "Category") { .text($0.category) },
        Column("scenario", "시나리오", "Scenario") { .text($0.scenario) },
        Column("response", "대응", "Response") { .text($0.response) },
    ])
    private static let stakeholders = Listing<CaseDetail.Stakeholder>([
        Column("conflict", "갈등", "Conflict") { .text($0.conflict) },
        Column("impact", "영향", "Impact") { .text($0.impact) },
        Column("mitigation", "완화 방안", "Mitigation") { .text($0.mitigation) },
        Column("consultation", "협의 계획", "Talks") { .text($0.consultation) },
    ])
}
