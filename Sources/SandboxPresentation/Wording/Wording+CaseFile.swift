package import SandboxDomain

extension Stage: HasWording {
    package var wording: Wording {
        switch self {
        case .draft: Wording("작성", "Draft")
        case .filed: Wording("제출", "Filed")
        case .received: Wording("접수", "Received")
        case .consulting: Wording("관계부처 협의", "In consultation")
        case .decided: Wording("의결", "Decided")
        case .returned: Wording("반려", "Returned")
        case .withdrawn: Wording("철회", "Withdrawn")
        }
    }
    package var tone: Tone {
        switch self {
        case .draft, .withdrawn: .muted
        case .filed, .received, .consulting: .plain
        case .decided: .good
        case .returned: .bad
        }
    }
}

extension SearchedPart: HasWording {
    package var wording: Wording {
        switch self {
        case .proposal: Wording("신청서", "Proposal")
        case .contact: Wording("연락처", "Contact data")
        case .paper: Wording("첨부 서류", "Paper")
        }
    }
}

extension SupplementEnding: HasWording {
    package var wording: Wording {
        switch self {
        case .recalled: Wording("요청 철회", "Taken back")
        case .unanswered: Wording("답변 없이 종결", "Closed without an answer")
        }
    }
}

extension Act: HasWording {
    package var wording: Wording {
        switch self {
        case .draft: Wording("작성", "Draft")
        case .file: Wording("제출", "File")
        case .receive: Wording("접수", "Receive")
        case .return: Wording("반려", "Return")
        case .consult: Wording("관계부처 협의", "Consult")
        case .recall: Wording("협의 철회", "Call the consultation off")
        case .decide: Wording("의결", "Decide")
        case .redeliberate: Wording("재심의 신청", "Ask for re-deliberation")
        case .reopen: Wording("재개", "Go on after the objection")
        case .withdraw: Wording("철회", "Withdraw")
        }
    }
}

extension WaitingOn: HasWording {
    package var wording: Wording {
        switch self {
        case .applicant: Wording("신청인", "Applicant")
        case .desk: Wording("접수·담당 창구", "Desk")
        case .ministry: Wording("관계부처", "Ministry")
        case .committee: Wording("심의위원회", "Committee")
        case .nobody: Wording("없음", "Nobody")
        }
    }
    package var tone: Tone { self == .nobody ? .muted : .plain }
}

extension AttributedParty: HasWording {
    package var wording: Wording {
        switch self {
        case .applicant: Wording("신청인", "Applicant")
        case .ministry: Wording("관계부처", "Ministry")
        case .desk: Wording("접수·담당 창구", "Desk")
        case .committee: Wording("심의위원회", "Committee")
        case .legislature: Wording("입법", "Legislature")
        }
    }
}

extension TrackCode: HasWording {
    /// What the register calls it, where somebody has asked (``TrackNames``, ``Output/name(_:)``); else the code.
    package var wording: Wording { TrackNames.current[self] ?? Wording(code, code) }
}

/// What the register calls the tracks, for the messages that are worded meanwhile.
package enum TrackNames {
    @TaskLocal package static var current: [TrackCode: Wording] = [:]

    /// Two regimes may have tracks of one code; the first one's name is taken.
    package static func names(_ tracks: [KnownTrack]) -> [TrackCode: Wording] {
        let named = tracks.map { track in
            (track.code, Wording(track.korean, track.english.prefix(1).uppercased() + track.english.dropFirst()))
        }
        return Dictionary(named) { first, _ in first }
    }
}

extension InboxTask: HasWording {
    package var wording: Wording {
        switch self {
        case .file: Wording("제출", "File")
        case .supplement: Wording("보완 답변", "Answer a supplement")
        case .receive: Wording("접수 또는 반려", "Receive or return")
        case .consult: Wording("협의 요청", "Send to ministries")
        case .consultNamed: Wording("제안서의 나머지 부처 협의", "Ask the other ministries named")
        case .reply: Wording("의견 회신", "Reply")
        case .table: Wording("안건 상정", "Table at a committee")
        case .deliberate: Wording("심의", "Deliberate")
        case .decide: Wording("의결 기록", "Record the decision")
        case .mediate: Wording("갈등 조정", "Mediate")
        case .answerObjection: Wording("이의신청 결과 통지", "Answer the objection")
        case .report: Wording("법령정비 보고", "Report on the reform task")
        case .discharge: Wording("제도 의무 이행", "Discharge the duty")
        case .plan: Wording("법령정비계획 제출", "Plan the law revision")
        case .recordFinding: Wording("법령정비 판단", "Find on the law revision")
        case .confirm: Wording("책임보험 확인", "Confirm the insurance")
        case .extend: Wording("연장 결정", "Decide on the extension")
        case .exitReport: Wording("종료보고서", "Give the exit report")
        case .submitEvidence: Wording("조건 이행 자료 제출", "File evidence for a condition")
        case .review: Wording("조건 이행 확인", "Rule on the evidence")
        case .opine: Wording("조건 변경 회신", "Reply to a change of condition")
        case .rule: Wording("조건 변경 처리", "Rule on a change of condition")
        case .notify: Wording("협의 통보", "Tell the ministry")
        case .resolveLapse: Wording("경과 이의 처리", "Resolve what is contested")
        case .remind: Wording("독촉 또는 반려", "Remind, or return")
        case .watch: Wording("기한 안에 심의", "Keep the period")
        case .fileObjection: Wording("이의신청", "Object")
        case .askRedeliberation: Wording("재심의 요청", "Ask for re-deliberation")
        case .pursueReport: Wording("법령정비 보고 독촉", "Pursue a report")
        case .publish: Wording("지정·허가 게재", "Publish the grant")
        case .issueRapidResult, .issueDecisionNotice, .issueCertificate, .issueExtensionCertificate,
            .issueRevisionFinding, .issueOrder, .issueObjectionAnswer, .issueReturnNotice:
            paper.map { Wording("\($0.wording.ko) 발급", "Issue: \($0.wording.en)") } ?? Wording("발급", "Issue")
        case .obtainInsurance: Wording("책임보험 가입·제출", "Take out the insurance")
        case .commence: Wording("사업 개시·신고", "Begin business and report it")
        case .askExtension: Wording("연장 신청", "Apply for an extension")
        case .requestRevision: Wording("법령정비 요청", "Ask for law revision")
        case .applyPermit: Wording("임시허가 신청", "Apply for the permit")
        case .validityEnd: Wording("유효기간 만료", "Validity ends")
        case .reportResult: Wording("결과보고서 제출", "Report the result")
        case .insure: Wording("책임보험 증서 제출", "Hand in the insurance")
        case .renewInsurance: Wording("책임보험 갱신", "Renew the insurance")
        case .closeClaim: Wording("손해배상 처리", "Settle the claim")
        case .followOrder: Wording("시정명령 이행", "Follow the order")
        case .remedySuspension: Wording("중지 사유 해소", "Remedy what it was suspended for")
        case .resume: Wording("중지 해제 여부 결정", "Lift the suspension, or revoke")
        case .seeToCondition: Wording("조건 이행", "Meet a condition")
        case .keepDeadline: Wording("기한이 있는 일", "Act in time")
        case .pursue: Wording("이행 독촉", "Pursue what is overdue")
        case .pursueCondition: Wording("조건 이행 독촉", "Pursue a condition")
        case .pursueInsurance: Wording("책임보험 독촉", "Pursue the insurance")
        case .pursueOrder: Wording("시정명령 이행 독촉", "Pursue the order")
        case .news: Wording("소식", "News")
        }
    }
}

extension Gap {
    /// What is missing: as the regime calls the paper or section, else as the form does.
    package var name: Wording {
        if let korean, let english { return Wording(korean, english) }
        return switch code.split(separator: ".").last {
        case "service_type": Wording("유형(기술·서비스)", "type (technology, service or both)")
        case "summary": Wording("주요 내용", "main content")
        case "exemptions": Wording("규제 특례 필요사항(법령·조항별)", "exemption needed, per law and article")
        case "exemption": Wording("필요한 특례", "exemption needed")
        case "application": Wording("특례 적용 방법", "how it is to be applied")
        case "question": Wording("질의 내용", "question")
        default: Wording(code, code)
        }
    }
}
