package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension CaseDetail.OpenTask {
    /// `Next: 문화체육관광부 replies to the consultation.`
    package var sentence: Wording {
        let who =
            switch (waitingOn, organisation) {
            case (.desk, _): Wording("담당 창구", "the desk")
            case (_, let name?): Wording(name, name)
            case (let party, nil): Wording(party.wording.ko, "the " + party.wording.en.lowercased())
            }
        return Wording("다음: \(who.ko, .subject) \(task.sentence.ko)합니다.", "Next: \(who.en) \(task.sentence.en).")
    }
}

extension InboxTask {
    /// What somebody does, as the end of a sentence.
    package var sentence: Wording {
        switch self {
        case .file: Wording("제출", "files the proposal")
        case .answer: Wording("보완 요청에 답", "answers the request for a supplement")
        case .receive: Wording("접수하거나 반려", "receives the case or returns it")
        case .consult: Wording("관계부처에 협의를 요청", "sends the case to the ministries")
        case .reply: Wording("의견을 회신", "replies to the consultation")
        case .table: Wording("심의위원회 안건으로 상정", "tables the case at a committee")
        case .deliberate: Wording("심의", "deliberates")
        case .decide: Wording("심의위원회의 의결을 기록", "records the decision of the committee")
        case .mediate: Wording("갈등을 조정", "mediates")
        case .answerObjection: Wording("이의신청의 결과를 통지", "answers the objection")
        case .report: Wording("법령정비 과제를 보고", "reports on the reform task")
        case .discharge: Wording("제도의 의무를 이행", "discharges the duty of the regime")
        case .plan: Wording("법령정비계획을 제출", "plans the law revision")
        case .recordFinding: Wording("법령정비 필요 여부를 판단", "finds whether its law must be revised")
        case .confirm: Wording("책임보험을 확인", "confirms the insurance")
        case .extend: Wording("연장 여부를 결정", "decides on the extension")
        case .exitReport: Wording("종료보고서를 발간", "gives the report on the exit")
        case .submitEvidence: Wording("조건의 이행 자료를 제출", "files evidence for the condition")
        case .review: Wording("조건의 이행 자료를 확인", "rules on the evidence")
        case .opine: Wording("조건 변경에 회신", "replies to the change of the condition")
        case .rule: Wording("조건 변경을 처리", "rules on the change of the condition")
        }
    }
}
