package import SandboxDomain

extension Remedy {
    /// The way out in a sentence.
    package var wording: Wording {
        switch self {
        case .rightStage: Wording("과제가 그 단계에 오면 다시 하십시오.", "Do it again once the case has come to that stage.")
        case .supplement:
            Wording("보완 요청을 받으면 그 답변으로 바로잡으십시오.", "When you are asked for a supplement, correct it in the answer.")
        case .attachPapers: Wording("위 서류를 첨부하십시오.", "Attach the papers named above.")
        case .completeFields: Wording("위 항목을 채우십시오.", "Fill in what is named above.")
        case .giveReason: Wording("사유를 쓰십시오.", "Give a reason.")
        case .otherFile: Wording("다른 파일을 첨부하십시오.", "Attach another file.")
        case .awaitAnswers:
            Wording(
                "답변을 기다리십시오. 잘못 요청한 것은 철회하고, 기한이 지난 것은 답변 없이 종결할 수 있습니다.",
                "Wait for the answers. What was asked by mistake can be taken back; what is past its day, closed unanswered."
            )
        case .nameNumber: Wording("번호를 밝히십시오.", "Say which number is meant.")
        case .recallSupplement:
            Wording("기한 없이 요청한 것은 철회하십시오.", "Take back what was asked for without a last day.")
        case .askAsker: Wording("요청한 기관이 철회하도록 그 기관에 알리십시오.", "Ask the body that asked to take it back.")
        case .awaitDay: Wording("그날이 지난 뒤에 하십시오.", "Do it when that day has gone by.")
        case .awaitReplies:
            Wording(
                "회신을 기다리거나 독촉하십시오. 잘못 보낸 협의는 철회하고, 공문으로 온 회신은 기록할 수 있습니다.",
                "Wait for the replies or remind them. What went to the wrong ministry can be called off; what came on paper, entered."
            )
        case .awaitChangeReplies:
            Wording("회신을 기다리거나, 사유를 들어 변경을 거절하십시오.", "Wait for the replies, or refuse the change with a reason.")
        case .leaveOut:
            Wording("이미 협의 중인 부처를 빼고 다시 보내십시오.", "Send it again without the ministries that are asked already.")
        case .askOrOmit: Wording("협의하거나, 협의하지 않는 사유를 기록하십시오.", "Ask them, or record why they are not asked.")
        case .nameDocument: Wording("문서번호와 도착일을 쓰십시오.", "Say the number of the document and the day it arrived.")
        case .fileAgain:
            Wording("따로 한 건을 더 제출하려면 그 뜻을 밝히십시오.", "To file a second case, say that it is on purpose.")
        case .keepConditions:
            Wording("조건부로 의결하거나, 조건 없이 의결하는 사유를 쓰십시오.", "Decide with the conditions, or say why without.")
        case .correctDecision:
            Wording(
                "의결과 유효기간은 다시 정할 수 없습니다. 문서에 적힌 오기만 정정하십시오.",
                "Neither the outcome nor the term can be changed any more. Put a clerical error right beside it.")
        case .correctVote:
            Wording("잘못 기록한 표결은 의결 전에 정정하십시오.", "A vote that was recorded wrongly is corrected before the decision.")
        case .castVote: Wording("먼저 표결을 기록하십시오.", "Record the vote first.")
        case .reopenAgenda:
            Wording(
                "표결 전이면 사유를 밝혀 안건 확정을 취소하고, 아니면 다음 회차에 상정하십시오.",
                "Before the vote, open the agenda again with a reason; else table it at a later meeting.")
        case .otherNumber: Wording("다른 회차 번호를 쓰십시오.", "Choose another number.")
        case .enablePerson: Wording("다시 쓰게 하려면 중지를 푸십시오.", "Let the person log in again if need be.")
        case .otherOperator: Wording("다른 운영자에게 요청하십시오.", "Ask another operator.")
        case .sendConsultation:
            Wording("다시 물으려면 담당 창구가 새 차수의 협의를 보냅니다.", "To be asked again, the desk sends a new round.")
        case .replyAgain:
            Wording(
                "다시 물으려면 담당 창구가 새 차수의 협의를 보냅니다. 공문 회신을 잘못 기록하였으면 담당 창구가 그 기록을 취소합니다.",
                "To be asked again, the desk sends a new round; what it entered wrongly from a document, it takes back."
            )
        case .recallAnswer:
            Wording(
                "공문 답변을 잘못 기록하였으면 담당 창구가 그 기록을 취소합니다.",
                "What the desk entered wrongly from a document, it takes back.")
        case .recallEvidenceRuling, .recallObjectionRuling:
            Wording("잘못 처리하였으면 그 기록을 취소하십시오.", "If it was ruled on by mistake, take the ruling back.")
        case .recallAct:
            Wording("앞의 기록이 잘못되었으면 그 기록을 취소하십시오.", "If the earlier one was entered by mistake, take it back.")
        case .chooseKnown: Wording("가능한 것 중에서 고르십시오.", "Choose one of those.")
        case .nameConditions:
            Wording("조건을 적거나 조건 없는 것을 고르십시오.", "Name the conditions, or choose the value without.")
        case .dropConditions:
            Wording("조건을 빼거나 조건부인 것을 고르십시오.", "Leave the conditions out, or choose the value with.")
        case .completeConditions:
            Wording("조건마다 목적과 확인 자료를 적으십시오.", "Say for each condition what it is for and how to tell that it is met.")
        case .composeLawfully: Wording("법이 정한 대로 구성하십시오.", "Compose it as the law has it.")
        case .laterMeeting: Wording("다음 회차에 상정하십시오.", "Table it at a later meeting.")
        case .freezeAgenda: Wording("먼저 안건을 확정하십시오.", "Freeze the agenda first.")
        case .awaitMeeting: Wording("그날부터 표결하고 의결하십시오.", "Vote and decide from then on.")
        case .tableCase: Wording("먼저 안건으로 상정하십시오.", "Table the case first.")
        case .namePrecedent: Wording("동일·유사 과제를 먼저 지정하십시오.", "Name the precedent it follows first.")
        case .deferItem: Wording("보류하여 다음 회차에 올리십시오.", "Defer it to a later meeting.")
        case .insureGrant:
            Wording("책임보험을 제출하고 확인을 받으십시오.", "Hand in an insurance that suffices, and have it confirmed.")
        case .confirmConditions: Wording("조건 이행을 확인받으십시오.", "Have the conditions confirmed by the desk.")
        case .submitEvidence:
            Wording(
                "이행 자료를 제출하거나 담당 창구에 이행 면제를 요청하십시오.",
                "File the evidence, or ask the desk to waive the condition.")
        case .holdHearing: Wording("먼저 그 사유로 청문을 하십시오.", "Hold a hearing on that ground first.")
        case .fileOtherTrack: Wording("먼저 임시허가 과제를 제출하십시오.", "File the case of the other track first.")
        case .otherDate: Wording("쓸 수 있는 날짜를 쓰십시오.", "Give a date within these bounds.")
        case .fittingOrganisation: Wording("알맞은 기관을 쓰십시오.", "Name a fitting organisation.")
        case .otherName: Wording("다른 이름을 쓰십시오.", "Choose another name.")
        case .otherAuthority:
            Wording("그 기관의 담당 창구에 요청하십시오.", "Ask the desk of that authority.")
        case .useExisting:
            Wording(
                "등록된 기관을 그대로 쓰고, 달라진 것은 고치십시오.", "Use the organisation that is there, and edit what has changed.")
        case .distinctOrganisation:
            Wording(
                "있는 기관을 쓰거나, 서로 다른 기관이면 그렇다고 밝히십시오.",
                "Use the one that is there, or say that this is another organisation.")
        case .otherRegistrationNumber:
            Wording("번호를 바로잡거나 그 기관을 쓰십시오.", "Correct the number, or use the organisation that has it.")
        case .askDesk: Wording("담당 창구나 소관 부처에 요청하십시오.", "Ask the desk, or the ministry that owes it.")
        case .dropDate:
            Wording("시행일을 빼거나 공포·시행 상태를 고르십시오.", "Leave the day out, or choose promulgated or in-force.")
        case .contest:
            Wording("다투려면 사유를 들어 이의를 제기하십시오.", "Contest the lapse, with the reason.")
        case .awaitResolution:
            Wording("담당 창구가 이의를 처리해야 합니다.", "The desk resolves what is contested.")
        case .shorterExtension: Wording("더 짧게 연장하십시오.", "Extend by less.")
        case .resumeFirst: Wording("먼저 그 정지를 끝내십시오.", "End that stop first.")
        case .namePaper: Wording("근거 문서를 쓰십시오.", "Name the paper.")
        case .otherDays: Wording("그 정지를 취소하거나 다른 날짜를 쓰십시오.", "Undo that stop, or choose other days.")
        case .completeRegime:
            Wording("제도 파일에 그 문서의 서식을 넣으십시오.", "Put its words into the file of the regime.")
        case .stateOffice: Wording("먼저 발신 기관과 담당자를 적으십시오.", "Say first what the office prints.")
        case .stateOfficial: Wording("먼저 담당자의 직위와 연락처를 적으십시오.", "Say first how to reach whoever is in charge.")
        case .stateOfficeAndFacts:
            Wording(
                "먼저 발신 기관과 담당자를 적으십시오. 나머지는 발급할 때 적어 넣으십시오.",
                "Say the rest when it is issued, and say first what the office prints.")
        case .stateFacts: Wording("빠진 것을 적어 다시 발급하십시오.", "Say what is missing, and issue it again.")
        case .nameColleague:
            Wording("같은 기관의 다른 사용자를 지정하십시오.", "Name another person of the same organisation.")
        case .endAbsence: Wording("먼저 그 부재를 끝내십시오.", "End that absence first.")
        case .askOperator: Wording("운영자에게 요청하십시오.", "Ask an operator.")
        case .newKey:
            Wording("새 키를 쓰거나 처음 요청을 그대로 되풀이하십시오.", "Use a new key, or repeat the first call unchanged.")
        case .forecast:
            Wording("바뀐 시기는 사유와 함께 다시 약속하십시오.", "Promise another date as a forecast, with a reason.")
        case .raiseLimit: Wording("모두 보려면 한도를 없애십시오.", "Lift the limit to see all.")
        case .newDatabase: Wording("새 데이터베이스를 만드십시오.", "Make a new database.")
        case .migrate: Wording("데이터베이스를 올리십시오.", "Update the database.")
        case .updateProgram: Wording("프로그램을 새 판으로 바꾸십시오.", "Update the program.")
        }
    }
}
