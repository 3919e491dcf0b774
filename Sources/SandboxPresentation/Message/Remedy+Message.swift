package import SandboxDomain

extension Remedy {
    /// The way out in a sentence.
    package var wording: Wording {
        switch self {
        case .rightStage: Wording("과제가 그 단계에 오면 다시 하십시오.", "Do it again once the case has come to that stage.")
        case .supplement: Wording("보완 요청에 답하여 고치십시오.", "Correct it by answering a supplement.")
        case .attachPapers: Wording("위 서류를 첨부하십시오.", "Attach the papers named above.")
        case .completeFields: Wording("위 항목을 채우십시오.", "Fill in what is named above.")
        case .giveReason: Wording("사유를 쓰십시오.", "Give a reason.")
        case .otherFile: Wording("다른 파일을 첨부하십시오.", "Attach another file.")
        case .answerSupplement: Wording("먼저 보완 요청에 답하십시오.", "Answer the supplements first.")
        case .awaitReplies: Wording("회신을 기다리거나 반려하십시오.", "Wait for the replies, or return the case.")
        case .sendConsultation: Wording("담당 창구가 협의를 보내야 합니다.", "Have the desk send a round of consultation.")
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
        case .holdHearing: Wording("먼저 그 사유로 청문을 하십시오.", "Hold a hearing on that ground first.")
        case .fileOtherTrack: Wording("먼저 임시허가 과제를 제출하십시오.", "File the case of the other track first.")
        case .otherDate: Wording("그 사이의 날짜를 쓰십시오.", "Give a date within these bounds.")
        case .fittingOrganisation: Wording("알맞은 기관을 쓰십시오.", "Name a fitting organisation.")
        case .otherName: Wording("다른 이름을 쓰십시오.", "Choose another name.")
        case .distinctOrganisation:
            Wording(
                "있는 기관을 쓰거나, 서로 다른 기관이면 그렇다고 밝히십시오.",
                "Use the one that is there, or say that this is another organisation.")
        case .otherNumber:
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
