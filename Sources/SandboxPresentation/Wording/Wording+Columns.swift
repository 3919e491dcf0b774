extension Wording {
    /// The title of an exported column, for tables; its name where there is none.
    package static func column(_ name: String) -> Wording { columns[name] ?? Wording(name, name) }

    private static let columns: [String: Wording] = [
        "reference": Wording("과제번호", "Reference"), "track": Wording("트랙", "Track"), "stage": Wording("단계", "Stage"),
        "stage_since": Wording("단계 시작", "Since"), "company": Wording("기업", "Company"),
        "service": Wording("서비스", "Service"), "origin": Wording("유래", "Origin"), "filed_on": Wording("제출일", "Filed"),
        "received_on": Wording("접수일", "Received"), "outcome": Wording("의결", "Outcome"),
        "decided_on": Wording("의결일", "Decided"), "meeting": Wording("회차", "Meeting"), "reason": Wording("사유", "Reason"),
        "conditions": Wording("조건", "Conditions"), "laws": Wording("법령", "Laws"),
        "ministries": Wording("부처", "Ministries"),
        "opinions": Wording("의견", "Opinions"), "waiting_on": Wording("차례", "Waiting on"),
        "tasks": Wording("법령정비 과제", "Reform tasks"), "source": Wording("출처", "Source"),
        "ministry": Wording("부처", "Ministry"), "round": Wording("차수", "Round"), "sent_on": Wording("요청일", "Sent"),
        "replied_at": Wording("회신", "Replied"), "days": Wording("일수", "Days"), "opinion": Wording("의견", "Opinion"),
        "question": Wording("질의", "Question"), "sent_at": Wording("요청 시각", "Sent at"),
        "is_grant": Wording("지정", "Grant"), "waits_for_law": Wording("법령 대기", "Waits for law"),
        "condition": Wording("부가조건", "Condition"), "condition_no": Wording("번호", "No."),
        "phase": Wording("시기", "When"), "task": Wording("과제", "Task"), "area": Wording("분야", "Area"),
        "title": Wording("내용", "What"), "target": Wording("목표", "Target"),
        "target_from": Wording("목표 시작", "Target from"), "target_kind": Wording("목표 이정표", "Target milestone"),
        "in_force_is_exact": Wording("시행일 확정", "In force, exact"),
        "target_to": Wording("목표일", "Target day"), "status": Wording("상태", "Status"),
        "is_overdue": Wording("기한 경과", "Overdue"), "in_force_on": Wording("시행일", "In force on"),
        "cases": Wording("대기 과제", "Cases"), "status_note": Wording("비고", "Note"), "version": Wording("판", "Version"),
        "provisions": Wording("조항", "Provisions"), "withheld": Wording("비공개", "Withheld"),
        "inferred": Wording("추정한 항목", "Inferred"),
        "regime": Wording("제도", "Regime"), "state": Wording("상태", "State"),
        "valid_until": Wording("유효기간 만료일", "Valid until"),
        "in_force_until": Wording("효력 종료일", "In force until"),
        "designation_no": Wording("지정번호", "Designation"), "valid_from": Wording("유효기간 시작일", "Valid from"),
        "stated_from": Wording("유효기간 시작일(자료)", "Valid from, as stated"),
        "stated_until": Wording("유효기간 만료일(자료)", "Valid until, as stated"),
        "stated_state": Wording("상태(자료)", "State, as stated"),
        "ended_on": Wording("종료일", "Ended"),
        "ended_by": Wording("종료 사유", "Ended by"),
    ]
}
