/// A code of a vocabulary that has no type of its own: what the event log books, and small attributes of rows.
///
/// A code that is not in its vocabulary keeps its place and shows itself, so a newer schema never stops a listing.
package struct WordedCode: Worded, Hashable {
    package let code: String
    package let wording: Wording

    /// `code` in the words of a vocabulary.
    package init(_ code: String, _ vocabulary: Vocabulary) {
        self.code = code
        wording = vocabulary.words[code] ?? Wording(code, code)
    }
}

/// The words for a set of codes.
package struct Vocabulary: Sendable {
    let words: [String: Wording]

    /// What a proposal is about.
    package static let serviceTypes = Vocabulary(words: [
        "technology": Wording("기술", "Technology"),
        "service": Wording("서비스", "Service"),
        "both": Wording("기술·서비스", "Technology and service"),
    ])

    /// How a case file came in.
    package static let origins = Vocabulary(words: [
        "filed": Wording("제출", "Filed"),
        "import": Wording("과거 자료", "Imported"),
    ])

    /// When a condition is to be met.
    package static let conditionPhases = Vocabulary(words: [
        "before": Wording("실증 전", "Before the trial"),
        "during": Wording("실증 중", "During the trial"),
        "after": Wording("실증 후", "After the trial"),
    ])

    /// What an event of the log is about: the tables.
    package static let entities = Vocabulary(words: [
        "case_file": Wording("과제", "Case"),
        "exemption_item": Wording("규제 특례", "Exemption"),
        "proposal_section": Wording("제안 항목", "Section"),
        "participant": Wording("공동 신청 기관", "Participant"),
        "risk_scenario": Wording("위험", "Risk"),
        "stakeholder_conflict": Wording("이해관계", "Stakeholder"),
        "case_contact": Wording("연락처", "Contact"),
        "attachment": Wording("첨부 서류", "Paper"),
        "consultation": Wording("협의", "Consultation"),
        "opinion": Wording("의견", "Opinion"),
        "supplement": Wording("보완", "Supplement"),
        "decision": Wording("의결", "Decision"),
        "condition": Wording("부가조건", "Condition"),
        "imported_case": Wording("과거 자료", "Imported case"),
        "case_task": Wording("과제 연결", "Link to a task"),
        "clock": Wording("기한", "Clock"),
        "clock_stop": Wording("기한 정지", "Stop"),
        "clock_stop_undoing": Wording("기한 정지 취소", "Undoing of a stop"),
        "clock_extension": Wording("기한 연장", "Extension"),
        "lapse": Wording("기한 경과", "Lapse"),
        "public_holiday": Wording("공휴일", "Public holiday"),
        "regime_version": Wording("제도 판", "Version of a regime"),
        "organisation": Wording("기관", "Organisation"),
        "person": Wording("사용자", "Person"),
        "roadmap": Wording("로드맵", "Roadmap"),
        "reform_task": Wording("법령정비 과제", "Reform task"),
        "roadmap_entry": Wording("로드맵 항목", "Roadmap entry"),
        "task_ministry": Wording("과제의 부처", "Ministry of a task"),
        "task_law": Wording("과제의 법령", "Law of a task"),
    ])

    /// What the event log books. The acts that change a stage are told as what happened, like all others.
    package static let events = Vocabulary(words: [
        "draft": Wording("작성", "Drafted"),
        "edit": Wording("수정", "Edited"),
        "file": Wording("제출", "Filed"),
        "receive": Wording("접수", "Received"),
        "return": Wording("반려", "Returned"),
        "withdraw": Wording("철회", "Withdrawn"),
        "supplement": Wording("보완 요청", "Supplement asked"),
        "answer": Wording("보완 답변", "Supplement answered"),
        "attach": Wording("첨부", "Paper attached"),
        "detach": Wording("첨부 삭제", "Paper detached"),
        "consult": Wording("협의 시작", "Consultation begun"),
        "consult-send": Wording("협의 요청", "Consultation sent"),
        "consult-reply": Wording("의견 회신", "Opinion given"),
        "consult-close": Wording("협의 종료", "Consultation closed"),
        "consult-notify": Wording("협의 통보", "Ministry notified"),
        "consult-reopen": Wording("협의 재개", "Consultation opened again"),
        "lapse": Wording("기한 경과", "Period lapsed"),
        "lapse-contest": Wording("기한 경과에 이의", "Lapse contested"),
        "lapse-resolve": Wording("이의 처리", "Lapse resolved"),
        "clock-start": Wording("기한 시작", "Clock started"),
        "clock-end": Wording("기한 종료", "Clock ended"),
        "clock-stop": Wording("기한 정지", "Clock stopped"),
        "clock-resume": Wording("기한 재개", "Clock resumed"),
        "clock-stop-undo": Wording("기한 정지 취소", "Stop undone"),
        "clock-extend": Wording("기한 연장", "Period extended"),
        "decide": Wording("의결", "Decided"),
        "decision": Wording("의결 기록", "Decision recorded"),
        "condition": Wording("부가조건", "Condition imposed"),
        "import": Wording("과거 자료 등록", "Imported"),
        "link": Wording("과제 연결", "Linked to a reform task"),
        "unlink": Wording("과제 연결 해제", "Unlinked from a reform task"),
        "remove": Wording("삭제", "Removed"),
        "holiday-announce": Wording("공휴일 공고", "Holiday announced"),
        "holiday-withdraw": Wording("공휴일 취소", "Holiday withdrawn"),
        "regime-apply": Wording("제도 개정", "Regime applied"),
        "organisation-add": Wording("기관 등록", "Organisation added"),
        "organisation-edit": Wording("기관 수정", "Organisation edited"),
        "person-add": Wording("사용자 등록", "Person added"),
        "person-edit": Wording("사용자 수정", "Person edited"),
        "roadmap-add": Wording("로드맵 등록", "Roadmap added"),
        "roadmap-edit": Wording("로드맵 수정", "Roadmap edited"),
        "task-add": Wording("법령정비 과제 등록", "Reform task added"),
        "task-edit": Wording("법령정비 과제 수정", "Reform task edited"),
        "clock-move": Wording("기한 규칙 변경", "Clock moved to another version"),
    ])
}
