package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A grant in full.
    package init(_ grant: GrantDetail, _ language: Language) {
        let (head, legal) = (grant.head, grant.legal)
        self.init(
            "\(head.reference) \(head.service)",
            [
                .field("reference", Wording("과제번호", "Reference"), .text(head.reference.description)),
                .field("certificate", Wording("지정·허가번호", "Grant number"), .text(head.certificate)),
                .field("track", Wording("트랙", "Track"), .code(head.track)),
                .field("company", Wording("기업", "Company"), .text(head.company)),
                .field("service", Wording("서비스", "Service"), .text(head.service)),
                .field("as_of", Wording("기준일", "As of"), .date(legal.today)),
                .field("state", Wording("상태", "State"), .code(legal.state)),
                .field("reason", Wording("이유", "Why"), .code(legal.reason)),
                .field("basis", Wording("근거", "Basis"), .text(legal.basis)),
                .field("since", Wording("상태 시작", "Since"), .date(legal.since)),
                .field("granted_on", Wording("지정일", "Granted"), .date(legal.grantedOn)),
                .field("commenced_on", Wording("개시일", "Commenced"), .date(legal.commencedOn)),
                .field("end_on", Wording("유효기간 만료일", "Valid until"), .date(legal.endOn)),
                .field("last_on", Wording("효력 종료일", "In force until"), .date(legal.lastOn)),
                .field("ended_on", Wording("종료일", "Ended"), .date(legal.endedOn)),
                .field("is_extended", Wording("연장됨", "Extended"), .boolean(legal.isExtended)),
                .field("revision_requested_on", Wording("법령정비 요청일", "Revision asked for"), .date(legal.requestedOn)),
                .field("finding", Wording("정비 판단", "Finding"), .code(legal.finding)),
                .field("level", Wording("고칠 법령의 단계", "Level of the law"), .code(legal.level)),
                .field("revised_on", Wording("정비 완료일", "Revised"), .date(legal.revisedOn)),
                .field("replaces", Wording("이전 과제", "Takes the place of"), .texts(head.predecessors ?? [])),
                .field("replaced_by", Wording("전환 과제", "Place taken by"), .texts(head.successors ?? [])),
                .section("past", Wording("자료의 내용", "As its source has it"), grant.past.map(Item.stated) ?? []),
                .rows("dues", Wording("할 일과 기한", "What must happen by when"), .dues(language), grant.dues),
                .rows("acts", Wording("경과", "Journal"), .acts, grant.acts),
            ])
    }
}

extension Detail.Item {
    /// What a source says of a grant of the past.
    static func stated(_ grant: PastGrant) -> [Detail.Item] {
        [
            .field("designation_no", Wording("지정번호", "Designation"), .text(grant.number)),
            .field("valid_from", Wording("유효기간 시작일", "Valid from"), .date(grant.validFrom)),
            .field("valid_until", Wording("유효기간 만료일", "Valid until"), .date(grant.validUntil)),
            .field("state", Wording("상태", "State"), .text(grant.state)),
        ]
    }
}

extension Listing<GrantDetail.Due> {
    fileprivate static func dues(_ language: Language) -> Self {
        Listing([
            Column("due_on", "기한", "Due", dates: .countdown) { .date($0.dueOn, $0.safeOn == nil ? $0.doubt : nil) },
            Column("what", "할 일", "What", for: .people) { .text(language == .korean ? $0.korean : $0.english) },
            Column("owed_by", "의무자", "Owed by", for: .machines) { .code($0.owedBy) },
            Column("organisation", "기관", "Organisation", for: .machines) { .text($0.organisation) },
            Column("owed_by_name", "의무자", "Owed by", for: .people) { .owner($0.organisation, else: $0.owedBy) },
            Column("state", "상태", "State") { .code(StableCodeWording($0.state, .deadlineStates)) },
            Column("safe_on", "안전한 날", "Safe") { .date($0.safeOn, $0.doubt) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
            Column("missed", "지나면", "If missed", for: .people) {
                .text(language == .korean ? $0.missedKorean : $0.missedEnglish)
            },
            Column("rule", "규칙", "Rule", for: .machines) { .text($0.rule) },
            Column("name_ko", "이름", "Name (ko)", for: .machines) { .text($0.korean) },
            Column("name_en", "영문 이름", "Name (en)", for: .machines) { .text($0.english) },
        ])
    }
}

extension Listing<GrantDetail.Entry> {
    fileprivate static var acts: Self {
        Listing([
            Column("number", "번호", "No.") { .integer($0.number) },
            Column("on_day", "날짜", "Day") { .date($0.day) },
            Column("act", "절차", "Act") { .code($0.act) },
            Column("organisation", "기관", "By") { .text($0.organisation) },
            Column("text", "내용", "Text") { .text($0.text) },
            Column("label", "이름", "Name") { .text($0.label) },
            Column("until", "까지", "Until") { .date($0.until) },
            Column("about", "대상", "About") { .integer($0.part) },
            Column("reason", "교체 사유", "Replaced because", for: .machines) { .text($0.reason) },
            Column("replacing", "교체 사유", "Replaced because", for: .people) { .text($0.reason) },
            Column("ground", "사유", "Ground", for: .machines) { .text($0.ground) },
            Column("months", "개월", "Months", for: .machines) { .integer($0.months) },
            Column("finding", "판단", "Finding", for: .machines) { .code($0.finding) },
            Column("step", "진행", "Step", for: .machines) { .text($0.step?.rawValue) },
            Column("level", "법령 단계", "Level", for: .machines) { .code($0.level) },
            Column("amount", "금액", "Amount", for: .machines) { .integer($0.amount) },
            Column("kind", "종류", "Kind", for: .machines) { .text($0.kind?.rawValue) },
            Column("progress", "진척", "Progress", for: .machines) { .integer($0.progress) },
            Column("users", "이용자", "Users", for: .machines) { .integer($0.users) },
            Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
        ])
    }
}
