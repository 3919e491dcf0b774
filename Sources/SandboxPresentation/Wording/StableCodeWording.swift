package import SandboxDomain

/// A code of a vocabulary that has no type of its own: what the event log books, and small attributes of rows.
///
/// A code that is not in its vocabulary keeps its place and shows itself, so a newer schema never stops a listing.
package struct StableCodeWording: HasWording, Hashable {
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

    /// The code that a person typed.
    /// - Throws: `InputProblem.unknownWord`, with every code there is.
    package func code(_ text: String) throws(InputProblem) -> String {
        let code = foldedWord(text)
        guard words[code] != nil else { throw .unknownWord(text, known: words.keys.sorted()) }
        return code
    }

    /// What a proposal is about.
    package static let serviceTypes = Vocabulary(words: [
        "technology": Wording("기술", "Technology"),
        "service": Wording("서비스", "Service"),
        "both": Wording("기술·서비스", "Technology and service"),
    ])

    /// Grounds for the revocation of a grant (Act 38①, 38의4①); those of another regime show their code.
    package static let revocationGrounds = Vocabulary(words: [
        "fraud": Wording("거짓이나 그 밖의 부정한 방법", "fraud"),
        "condition-unmet": Wording("조건 불이행", "a condition is not met"),
        "criteria-unmet": Wording("심사기준 미충족", "the criteria are no longer met"),
        "permit-not-obtained": Wording("법령정비 후 허가등을 받지 아니함", "no regular permit after the law was revised"),
        "purpose-unattainable": Wording("목적 달성 불가능이 명백", "the purpose clearly cannot be attained"),
        "not-commenced": Wording("2년 이내 사업 미개시", "business not commenced in time"),
    ])

    /// How a case file came in.
    package static let origins = Vocabulary(words: [
        "filed": Wording("제출", "Filed"),
        "import": Wording("과거 자료", "Imported"),
    ])

    /// By what a report counts.
    package static let groupings = Vocabulary(words: [
        "area": Wording("분야", "Area"),
        "party": Wording("누구에게", "Party"),
        "case": Wording("과제", "Case"),
        "track": Wording("트랙", "Track"),
        "outcome": Wording("의결 결과", "Outcome"),
        "year": Wording("연도", "Year"),
        "month": Wording("월", "Month"),
        "phase": Wording("이행 시기", "Phase"),
        "ministry": Wording("부처", "Ministry"),
        "company": Wording("기업", "Company"),
        "task": Wording("과제", "Task"),
        "roadmap": Wording("로드맵", "Roadmap"),
        "milestone": Wording("이정표", "Milestone"),
        "commitment": Wording("약속", "Commitment"),
        "owner": Wording("약속한 기관", "Owner"),
        "summit": Wording("전략대화", "Summit"),
        "kind": Wording("종류", "Kind"),
    ])

    /// How far a case has come.
    package static let funnelSteps = Vocabulary(words: [
        "filed": Wording("제출", "Filed"),
        "received": Wording("접수", "Received"),
        "consulted": Wording("부처 협의", "Consulted"),
        "decided": Wording("의결", "Decided"),
        "granted": Wording("지정·허가", "Granted"),
    ])

    /// Through what a condition became what it is.
    package static let conditionSteps = Vocabulary(words: [
        "proposed": Wording("조건안", "Proposed"),
        "decided": Wording("의결", "Decided"),
        "changed": Wording("변경", "Changed"),
    ])

    /// When a condition is to be met.
    package static let conditionPhases = Vocabulary(words: [
        "before": Wording("실증 전", "Before the trial"),
        "during": Wording("실증 중", "During the trial"),
        "after": Wording("실증 후", "After the trial"),
    ])

    /// The state of a deadline.
    package static let deadlineStates = Vocabulary(words: [
        "running": Wording("진행", "Running"),
        "stopped": Wording("정지", "Stopped"),
        "overdue": Wording("경과", "Overdue"),
        "lost": Wording("권리 상실", "Right lost"),
        "expired": Wording("만료", "Ended"),
        "lapsed": Wording("간주", "Lapsed"),
        "met": Wording("준수", "Met"),
        "late": Wording("지연", "Late"),
        "fell-away": Wording("해당 없음", "Fell away"),
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
        "opinion_recall": Wording("공문 회신 취소", "Reply taken back"),
        "recall": Wording("기록 취소", "Entry taken back"),
        "supplement": Wording("보완", "Supplement"),
        "decision": Wording("의결", "Decision"),
        "condition": Wording("부가조건", "Condition"),
        "meeting": Wording("심의위원회 회차", "Committee meeting"),
        "meeting_member": Wording("위원", "Member of a meeting"),
        "agenda_item": Wording("심의 안건", "Agenda item"),
        "agenda_paper": Wording("안건 자료", "What was tabled"),
        "recusal": Wording("제척·기피·회피", "Recusal"),
        "agenda_vote": Wording("표결", "Vote"),
        "mediation": Wording("갈등 조정", "Mediation"),
        "fast_track": Wording("동일·유사 과제", "Same or similar case"),
        "redeliberation": Wording("재심의", "Re-deliberation"),
        "correction": Wording("정정", "Correction"),
        "received_document": Wording("접수 공문", "Official document"),
        "consultation_omission": Wording("협의 생략", "Omitted consultation"),
        "disposition": Wording("처분", "Disposition"),
        "objection": Wording("이의신청", "Objection"),
        "official_paper": Wording("공문서", "Official paper"),
        "issuing_office": Wording("발신 기관", "Issuing office"),
        "paper_official": Wording("문서 담당자", "Official in charge"),
        "proposed_condition": Wording("조건안", "Proposed condition"),
        "condition_change": Wording("조건 변경", "Change of a condition"),
        "condition_waiver": Wording("조건 이행 면제", "Waiver"),
        "condition_evidence": Wording("이행 자료", "Evidence"),
        "precedent_departure": Wording("선례와 다른 의결", "Departure from a precedent"),
        "imported_case": Wording("과거 자료", "Imported case"),
        "case_task": Wording("과제 연결", "Link to a task"),
        "deadline": Wording("기한", "Deadline"),
        "deadline_stop": Wording("기한 정지", "Stop"),
        "deadline_stop_undoing": Wording("기한 정지 취소", "Undoing of a stop"),
        "deadline_extension": Wording("기한 연장", "Extension"),
        "lapse": Wording("기한 경과", "Lapse"),
        "public_holiday": Wording("공휴일", "Public holiday"),
        "regime_authority": Wording("제도 소관", "Authority of a regime"),
        "regime_event": Wording("제도 기록", "Event of a regime"),
        "regime_version": Wording("제도 판", "Version of a regime"),
        "exemption_grant": Wording("지정·허가", "Grant"),
        "grant_act": Wording("사후 절차", "Act on a grant"),
        "insurance": Wording("책임보험", "Insurance"),
        "insurance_cover": Wording("보장", "Cover"),
        "trial_report": Wording("보고서", "Report"),
        "report_problem": Wording("보고된 문제", "Reported problem"),
        "report_condition": Wording("보고된 조건", "Reported condition"),
        "revision_plan": Wording("법령정비계획", "Law-revision plan"),
        "organisation": Wording("기관", "Organisation"),
        "person": Wording("사용자", "Person"),
        "roadmap": Wording("로드맵", "Roadmap"),
        "reform_task": Wording("법령정비 과제", "Reform task"),
        "roadmap_entry": Wording("로드맵 항목", "Roadmap entry"),
        "task_ministry": Wording("과제의 부처", "Ministry of a task"),
        "task_law": Wording("과제의 법령", "Law of a task"),
        "task_merge": Wording("과제 통합", "Merge of tasks"),
        "provision": Wording("조항", "Provision"),
        "task_provision": Wording("과제의 조항", "Provision of a task"),
        "task_reference": Wording("과제의 번호", "Reference of a task"),
        "summit": Wording("전략대화", "Summit"),
        "summit_topic": Wording("논의 주제", "Topic of a summit"),
        "summit_participant": Wording("참석 기관", "Participant of a summit"),
        "raised_point": Wording("제안·애로·건의", "Point raised at a summit"),
        "expert_council": Wording("전문가 협의체", "Expert council"),
        "council_member": Wording("협의체 위원", "Member of a council"),
        "council_report": Wording("협의체 보고", "Report of a council"),
        "commitment": Wording("이행 약속", "Commitment"),
        "commitment_evidence": Wording("이행 실적", "Evidence of a commitment"),
        "forecast": Wording("이정표 약속", "Promise of a milestone"),
        "arrival": Wording("이정표 도달", "Milestone reached"),
        "reporting_date": Wording("보고 기한", "Reporting date"),
        "task_report": Wording("과제 보고", "Report on a task"),
        "register_withholding": Wording("비공개 항목", "Withheld field"),
    ])

    /// What the event log records. The acts that change a stage are worded as what happened, like all others.
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
        "consult-recall": Wording("협의 철회", "Consultation called off"),
        "reply-recall": Wording("회신 기록 삭제", "Reply removed"),
        "entry-recall": Wording("기록 취소", "Entry taken back"),
        "answer-recall": Wording("답변 기록 취소", "Answer taken back"),
        "ruling-recall": Wording("처리 기록 취소", "Ruling taken back"),
        "act-recall": Wording("절차 기록 취소", "Act taken back"),
        "consult-omit": Wording("협의 생략", "Consultation omitted"),
        "recall": Wording("협의 전으로", "Back before consultation"),
        "reopen": Wording("이의 인용에 따른 재개", "Went on after the objection"),
        "supplement-end": Wording("보완 요청 종결", "Supplement ended"),
        "record-document": Wording("공문 기록", "Official document recorded"),
        "meeting-cancel": Wording("회차 취소", "Meeting cancelled"),
        "meeting-reopen": Wording("안건 확정 취소", "Agenda opened again"),
        "unfreeze": Wording("확정본 취소", "Frozen paper taken back"),
        "vote-correct": Wording("표결 정정", "Vote corrected"),
        "correct": Wording("정정", "Corrected"),
        "lapse": Wording("기한 경과", "Period lapsed"),
        "lapse-contest": Wording("기한 경과에 이의", "Lapse contested"),
        "lapse-resolve": Wording("이의 처리", "Lapse resolved"),
        "lapse-undo": Wording("경과 기록 취소", "Lapse undone"),
        "deadline-start": Wording("기한 시작", "Deadline started"),
        "deadline-end": Wording("기한 종료", "Deadline ended"),
        "deadline-reopen": Wording("기한 종료 취소", "Deadline opened again"),
        "deadline-stop": Wording("기한 정지", "Deadline stopped"),
        "deadline-resume": Wording("기한 재개", "Deadline resumed"),
        "deadline-stop-undo": Wording("기한 정지 취소", "Stop undone"),
        "deadline-extend": Wording("기한 연장", "Period extended"),
        "decide": Wording("의결", "Decided"),
        "decision": Wording("의결 기록", "Decision recorded"),
        "condition": Wording("부가조건", "Condition imposed"),
        "schedule": Wording("회차 일정", "Meeting scheduled"),
        "meeting-edit": Wording("회차 변경", "Meeting changed"),
        "compose": Wording("위원 구성", "Meeting composed"),
        "table": Wording("안건 상정", "Tabled"),
        "untable": Wording("상정 철회", "Taken off the agenda"),
        "item-close": Wording("안건 종결", "Item closed"),
        "freeze": Wording("안건 확정", "Agenda frozen"),
        "recuse": Wording("제척·기피·회피", "Member recused"),
        "vote": Wording("표결", "Vote cast"),
        "mediate": Wording("갈등 조정 시작", "Mediation begun"),
        "mediation-end": Wording("갈등 조정 종료", "Mediation ended"),
        "fast-track": Wording("동일·유사 과제 지정", "Fast track proposed"),
        "redeliberate": Wording("재심의 개시", "Opened for re-deliberation"),
        "redeliberation-ask": Wording("재심의 신청", "Re-deliberation asked for"),
        "disposition": Wording("처분 통지", "Disposition received"),
        "objection-file": Wording("이의신청", "Objected to"),
        "objection-answer": Wording("이의신청 결과 통지", "Objection answered"),
        "paper-issue": Wording("공문서 발급", "Paper issued"),
        "office-state": Wording("발신 기관 정보", "Issuing office stated"),
        "official-state": Wording("문서 담당자 정보", "Official in charge stated"),
        "propose-condition": Wording("조건안 작성", "Condition proposed"),
        "change-ask": Wording("조건 변경 신청", "Change of a condition asked for"),
        "change-rule": Wording("조건 변경 처리", "Change of a condition ruled on"),
        "submit-evidence": Wording("이행 자료 제출", "Evidence filed"),
        "evidence-rule": Wording("이행 자료 확인", "Evidence ruled on"),
        "waive-condition": Wording("조건 이행 면제", "Condition waived"),
        "depart": Wording("선례를 따르지 않음", "Departed from a precedent"),
        "import": Wording("과거 자료 등록", "Imported"),
        "grant": Wording("지정·허가", "Granted"),
        "grant-act": Wording("사후 절차", "Act on the grant"),
        "insurance": Wording("책임보험 제출", "Insurance handed in"),
        "trial-report": Wording("보고", "Reported"),
        "revision-plan": Wording("법령정비계획", "Law-revision plan"),
        "link": Wording("과제 연결", "Linked to a reform task"),
        "unlink": Wording("과제 연결 해제", "Unlinked from a reform task"),
        "remove": Wording("삭제", "Removed"),
        "holiday-announce": Wording("공휴일 공고", "Holiday announced"),
        "holiday-withdraw": Wording("공휴일 취소", "Holiday withdrawn"),
        "calendar-declare": Wording("연간 공휴일 확정", "Year declared complete"),
        "calendar-reopen": Wording("연간 공휴일 확정 취소", "Year opened again"),
        "regime-event": Wording("제도 기록", "Recorded of a regime"),
        "regime-apply": Wording("제도 개정", "Regime applied"),
        "regime-assign": Wording("제도 소관 지정", "Authority of a regime named"),
        "withhold": Wording("비공개", "Withheld from the register"),
        "disclose": Wording("공개", "Shown in the register"),
        "organisation-add": Wording("기관 등록", "Organisation added"),
        "organisation-edit": Wording("기관 수정", "Organisation edited"),
        "person-add": Wording("사용자 등록", "Person added"),
        "person-edit": Wording("사용자 수정", "Person edited"),
        "password-set": Wording("비밀번호 설정", "Password set"),
        "assign": Wording("담당자 지정", "Assigned"),
        "hand-over": Wording("업무 인계", "Handed over"),
        "absence-state": Wording("부재 등록", "Absence stated"),
        "absence-withdraw": Wording("부재 종료", "Absence ended"),
        "replace-contact": Wording("연락처 변경", "Contact replaced"),
        "note": Wording("내부 메모", "Note"),
        "roadmap-add": Wording("로드맵 등록", "Roadmap added"),
        "roadmap-edit": Wording("로드맵 수정", "Roadmap edited"),
        "task-add": Wording("법령정비 과제 등록", "Reform task added"),
        "task-edit": Wording("법령정비 과제 수정", "Reform task edited"),
        "task-merge": Wording("법령정비 과제 통합", "Reform task merged"),
        "task-report": Wording("법령정비 과제 보고", "Reform task reported on"),
        "provision-add": Wording("조항 등록", "Provision added"),
        "summit-add": Wording("전략대화 등록", "Summit added"),
        "summit-edit": Wording("전략대화 수정", "Summit edited"),
        "summit-raise": Wording("제안·애로·건의", "Raised at a summit"),
        "summit-council": Wording("협의체 구성", "Council set up"),
        "council-report": Wording("협의체 보고", "Council reported"),
        "commit": Wording("이행 약속", "Committed"),
        "commitment-evidence": Wording("이행 실적", "Evidence given"),
        "forecast": Wording("시기 약속", "Date promised"),
        "reach": Wording("이정표 도달", "Milestone reached"),
        "validity-set": Wording("유효기간 설정", "Validity set by the decision"),
        "deadline-move": Wording("기한 규칙 변경", "Deadline moved to another version"),
    ])
}
