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
        let what =
            if task == .consultNamed, let about {
                Wording(
                    "제안서에 적힌 \(about)에 협의를 요청하거나 협의하지 않는 사유를 기록",
                    "asks \(about), which the proposal names, or states why not")
            } else {
                task.sentence
            }
        return Wording("다음: \(who.ko, .subject) \(what.ko)합니다.", "Next: \(who.en) \(what.en).")
    }
}

extension [CaseDetail.OpenTask] {
    /// What comes next, each thing once: two conditions of one company are one sentence.
    package var sentences: [Wording] {
        reduce(into: []) { said, task in if !said.contains(task.sentence) { said.append(task.sentence) } }
    }
}

extension InboxTask {
    /// What somebody does, as the end of a sentence.
    package var sentence: Wording {
        switch self {
        case .file: Wording("제출", "files the proposal")
        case .supplement: Wording("보완 요청에 답", "answers the request for a supplement")
        case .receive: Wording("접수하거나 반려", "receives the case or returns it")
        case .consult: Wording("관계부처에 협의를 요청", "sends the case to the ministries")
        case .consultNamed:
            Wording(
                "제안서에 적힌 나머지 부처에 협의를 요청하거나 협의하지 않는 사유를 기록",
                "asks the other ministries that the proposal names, or states why not")
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
        case .notify: Wording("부처에 협의를 통보", "tells the ministry that it is asked")
        case .resolveLapse: Wording("경과에 대한 이의를 처리", "resolves what is contested")
        case .remind: Wording("답하지 아니한 곳을 독촉하거나 반려", "reminds those who have not answered, or returns the case")
        case .watch: Wording("기한 안에 심의되게", "sees that its period is kept")
        case .fileObjection: Wording("이의를 신청", "objects")
        case .askRedeliberation: Wording("재심의를 요청", "asks for re-deliberation")
        case .pursueReport: Wording("법령정비 보고를 독촉", "pursues the report on the reform task")
        case .publish: Wording("지정·허가를 게재", "publishes the grant")
        case .issueRapidResult, .issueDecisionNotice, .issueCertificate, .issueExtensionCertificate,
            .issueRevisionFinding, .issueOrder, .issueObjectionAnswer, .issueReturnNotice:
            paper.map {
                Wording("\($0.wording.ko, .object) 발급", "issues a paper: \($0.wording.en.lowercased())")
            } ?? Wording("공문서를 발급", "issues a paper")
        case .obtainInsurance:
            Wording("책임보험에 가입하여 증서를 제출", "takes out the insurance and hands it in")
        case .commence: Wording("사업을 개시하고 신고", "begins business and reports it")
        case .askExtension: Wording("연장을 신청", "applies for an extension")
        case .requestRevision: Wording("법령정비를 요청", "asks for the law to be revised")
        case .applyPermit: Wording("임시허가를 신청", "applies for the permit")
        case .validityEnd: Wording("유효기간 만료에 대비", "prepares for the end of the validity")
        case .reportResult: Wording("결과보고서를 제출", "reports the result")
        case .insure: Wording("책임보험 증서를 제출", "hands in the insurance")
        case .renewInsurance: Wording("책임보험을 갱신", "renews the insurance")
        case .closeClaim: Wording("손해배상을 처리", "settles the claim")
        case .followOrder: Wording("시정명령을 이행", "follows the order")
        case .remedySuspension: Wording("중지 사유를 해소", "remedies what the trial was suspended for")
        case .resume: Wording("중지의 해제 여부를 결정", "lifts the suspension, or revokes")
        case .seeToCondition: Wording("조건을 이행", "meets the condition")
        case .keepDeadline: Wording("기한 안에 조치", "acts in time")
        case .pursue: Wording("기한이 지난 의무의 이행을 독촉", "pursues what is overdue")
        case .pursueCondition: Wording("조건의 이행을 독촉", "pursues the condition")
        case .pursueInsurance: Wording("책임보험의 갱신을 독촉", "pursues the insurance")
        case .pursueOrder: Wording("시정명령의 이행을 독촉", "pursues the order")
        case .news: Wording("소식을 확인", "sees the news")
        }
    }
}
