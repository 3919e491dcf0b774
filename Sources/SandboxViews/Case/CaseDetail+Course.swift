import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Detail {
    /// What happened to a case since it was filed.
    static func course(_ detail: CaseDetail) -> [Item] {
        var items: [Item] = [
            .rows("deadlines", Wording("기한", "Deadlines"), .deadlinesOfCase, detail.deadlines),
            .each("supplements", Wording("보완", "Supplements"), detail.supplements.map(part)),
            .each("consultations", Wording("관계부처 협의", "Consultations"), detail.consultations.reversed().map(part)),
        ]
        items.append(.rows("agenda", Wording("심의 안건", "On the agenda"), agenda, detail.agenda))
        items.append(
            .rows(
                "proposed_conditions", Wording("조건안", "Proposed conditions"), conditions,
                detail.agenda.flatMap(\.proposed)))
        items.append(.rows("mediations", Wording("갈등 조정", "Mediation"), mediations, detail.mediations))
        if let asked = detail.redeliberation { items.append(section(asked)) }
        if let followed = detail.fastTrack {
            items.append(
                .section(
                    "fast_track", Wording("동일·유사 과제", "Same or similar"),
                    [
                        .field("precedent", Wording("선례", "Precedent"), .text(followed.precedent)),
                        .paragraph("reason", Wording("사유", "Reason"), followed.reason),
                    ]))
        }
        items.append(.rows("precedents", Wording("동일·유사 선례", "Precedents"), .hints, detail.precedents))
        if let decision = detail.decision { items.append(section(decision)) }
        items.append(.rows("corrections", Wording("정정", "Corrections"), corrections, detail.corrections))
        items.append(.rows("recalled", Wording("취소한 기록", "Taken back"), .recalled, detail.recalled))
        items.append(
            .each("dispositions", Wording("처분과 이의신청", "Dispositions and objections"), detail.dispositions.map(part)))
        items.append(.rows("official_papers", Wording("공문서", "Official papers"), officialPapers, detail.papers))
        items.append(.rows("departures", Wording("따르지 않은 선례", "Precedents not followed"), followed, detail.departures))
        items.append(.rows("tasks", Wording("법령정비 과제", "Reform tasks"), tasks, detail.tasks))
        if let origin = detail.origin { items.append(section(origin)) }
        return items
    }

    private static func part(_ supplement: CaseDetail.Supplement) -> Part {
        Part(
            "#\(supplement.number) \(supplement.askedBy)",
            [
                .machines("number", .integer(supplement.number)),
                .machines("asked_by", .text(supplement.askedBy)),
                .field("asked_at", Wording("요청", "Asked"), .moment(supplement.askedAt)),
                .field("due_on", Wording("답변 기한", "Due"), .date(supplement.dueOn), dates: supplement.dates),
                .field(
                    "answered_at", supplement.ending == nil ? Wording("답변", "Answered") : Wording("종결", "Ended"),
                    .moment(supplement.answeredAt)),
                .field("ended_as", Wording("답변 없이", "Without an answer"), .code(supplement.ending)),
                .field("document_no", Wording("문서번호", "Document"), .text(supplement.document)),
                .field("arrived_on", Wording("도착일", "Arrived"), .date(supplement.arrivedOn)),
                .paragraph("ended_reason", Wording("종결 사유", "Why it ended"), supplement.endingReason),
                .paragraph("request", Wording("요청 내용", "Request"), supplement.request),
                .paragraph("answer", Wording("답변 내용", "Answer"), supplement.answer),
            ])
    }

    private static func part(_ disposition: Disposition) -> Part {
        Part(
            "#\(disposition.number)",
            [
                .machines("number", .integer(disposition.number)),
                .field("kind", Wording("처분", "Disposition"), .code(disposition.kind)),
                .field("received_on", Wording("통지일", "Received"), .date(disposition.receivedOn)),
                .field(
                    "object_until", Wording("이의신청 기한", "Objection until"),
                    .date(disposition.objectUntil, disposition.objectDoubt),
                    dates: disposition.objectedOn == nil ? .countdown : .absolute),
                .field(
                    "object_otherwise", Wording("다른 해석에 따른 이의신청 기한", "Objection until, by another reading"),
                    .date(disposition.objectOtherwise, disposition.objectDoubt)),
                .field("objected_on", Wording("이의신청일", "Objected"), .date(disposition.objectedOn)),
                .paragraph("statement", Wording("이의 내용", "Objection"), disposition.statement),
                .field(
                    "answer_due_on", Wording("결과 통지 기한", "Answer due"),
                    .date(disposition.answerDueOn, disposition.answerDoubt)),
                .field("ruling", Wording("결과", "Answer"), .code(disposition.ruling)),
                .field("ruled_on", Wording("결과 통지일", "Answered"), .date(disposition.ruledOn)),
                .paragraph("reason", Wording("사유", "Reason"), disposition.reason),
                .field(
                    "appeal_until", Wording("행정심판·소송 기한", "Appeal or suit until"),
                    .date(disposition.appealUntil, disposition.appealDoubt)),
            ])
    }

    private static func section(_ decision: CaseDetail.Decision) -> Item {
        .section(
            "decision", Wording("의결", "Decision"),
            [
                .field("outcome", Wording("결과", "Outcome"), .code(decision.outcome)),
                .field("decided_on", Wording("의결일", "Decided"), .date(decision.decidedOn)),
                .field("meeting", Wording("회차", "Meeting"), .text(decision.meeting)),
                .paragraph("reason", Wording("사유", "Reason"), decision.reason),
                .rows("conditions", Wording("부가조건", "Conditions"), conditions, decision.conditions),
            ])
    }

    private static func section(_ asked: CaseDetail.Redeliberation) -> Item {
        .section(
            "redeliberation", Wording("재심의 신청", "Re-deliberation asked for"),
            [
                .field("asked_on", Wording("신청일", "Asked"), .date(asked.askedOn)),
                .field("ground", Wording("사유", "Ground"), .code(asked.ground)),
                .field("wants_hearing", Wording("의견 진술", "Asks to speak"), .boolean(asked.wantsHearing)),
                .paragraph("statement", Wording("내용", "Statement"), asked.statement),
            ])
    }

    private static func section(_ origin: CaseDetail.Origin) -> Item {
        .section(
            "origin", Wording("출처", "Origin"),
            [
                .field("filed_on", Wording("신청 시기", "Filed"), .text(origin.filedOn)),
                .field("ministries", Wording("관계부처", "Ministries"), .texts(origin.ministries)),
            ] + Item.stated(origin.grant) + [
                .field("inferred_fields", Wording("추정한 항목", "Inferred"), .texts(origin.inferredFields)),
                .paragraph("note", Wording("비고", "Note"), origin.note),
                .paragraph("source", Wording("자료", "Source"), origin.source),
            ])
    }

    private static let agenda = Listing<CaseDetail.AgendaEntry>([
        Column("meeting", "회차", "Meeting", mayShrink: false) { .text($0.meeting.description) },
        Column("item", "안건", "Item") { .integer($0.item) },
        Column("held_on", "개최일", "Held", dates: .relative) { .date($0.heldOn) },
        Column("result", "처리", "Result") { .code($0.result) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
    ])
    private static let followed = Listing<CaseDetail.Followed>([
        Column("precedent", "선례", "Precedent", mayShrink: false) { .text($0.precedent) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
    ])
    private static let mediations = Listing<CaseDetail.Mediation>([
        Column("council", "조정 기구", "Council") { .text($0.council) },
        Column("begun_on", "시작일", "From") { .date($0.begunOn) },
        Column("ended_on", "종료일", "To") { .date($0.endedOn) },
        Column("outcome", "결과", "Outcome") { .text($0.outcome) },
    ])
    private static let corrections = Listing<Correction>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("subject", "대상", "Of") { .code($0.subject) },
        Column("corrected_on", "정정일", "Corrected") { .date($0.correctedOn) },
        Column("text", "바로잡은 내용", "How it has to read") { .text($0.text) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
    ])
    private static let conditions = Listing<CaseDetail.Condition>([
        Column("number", "번호", "No.") { .integer($0.number) },
        Column("phase", "시기", "When") { .code($0.phase.map { StableCodeWording($0.rawValue, .conditionPhases) }) },
        Column("text", "조건", "Condition") { .text($0.text) },
    ])
    private static let officialPapers = Listing<PaperRow>([
        Column("number", "문서번호", "Document number", mayShrink: false) { .text($0.number) },
        Column("edition", "판", "Edition") { .integer($0.edition) },
        Column("paper", "종류", "Paper") { .code($0.kind) },
        Column("addressee", "수신", "To") { .text($0.addressee) },
        Column("issued_on", "시행일", "Issued") { .date($0.issuedOn) },
        Column("holds", "효력", "Holds") { .code($0.standing) },
        Column("verification", "문서확인번호", "Verification number", mayShrink: false) { .text($0.verification) },
    ])
    private static let tasks = Listing<CaseDetail.Task>([
        Column("entries", "로드맵", "Roadmap", mayShrink: false) { .texts($0.entries) },
        Column("title", "과제", "Task") { .text($0.title) },
        Column("status", "상태", "Status") { .code($0.status) },
    ])
}

extension CaseDetail.Supplement {
    /// How far off the due day is counts until there is an answer.
    fileprivate var dates: DateStyle { answeredAt == nil ? .countdown : .absolute }
}
