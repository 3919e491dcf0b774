import SandboxDomain

extension AuditProblem: HasWording {
    package var wording: Wording {
        switch self {
        case .contentChanged: Wording("기록의 내용이 바뀜", "The event was changed")
        case .linkBroken: Wording("앞 기록과 이어지지 않음", "Does not continue the event before")
        case .missingBefore: Wording("앞의 기록이 없음", "Events are missing before it")
        case .missingAfter: Wording("끝의 기록이 없음", "Events are missing at the end")
        case .outOfOrder: Wording("순서가 바뀜", "Out of order")
        case .headDiffers: Wording("마지막 기록의 표시가 다름", "The head names another last event")
        case .headMissing: Wording("마지막 기록의 표시가 없음", "The chain has no head")
        case .chainMissing: Wording("기록이 전혀 없음", "No event tells of it")
        case .stateDiffers: Wording("기록과 다른 값", "The row is not what was recorded")
        case .rowMissing: Wording("기록에는 있으나 자료가 없음", "The row that was recorded is gone")
        case .rowWithoutEvent: Wording("기록이 없는 자료", "No event tells of the row")
        case .contentDiffers: Wording("기록된 전자지문과 다른 내용", "The content has another digest than was recorded")
        case .counterLow: Wording("이미 매긴 번호보다 뒤처진 번호", "The counter is below a number that was given out")
        case .counterHigh: Wording("매긴 번호보다 앞선 번호", "The counter is above the numbers that were given out")
        case .resultMissing: Wording("한 번만 하는 키의 처리 결과가 없음", "What was done under the key is not there")
        case .sealChanged: Wording("봉인이 바뀜", "The seal was changed")
        case .sealMissing: Wording("앞의 봉인이 없음", "The seal before it is missing")
        case .eventsChanged: Wording("봉인된 기록이 바뀜", "The sealed events were changed")
        case .tokenUnknown: Wording("그 번호의 봉인이 없음", "There is no seal of that number")
        case .tokenDiffers: Wording("보관된 봉인과 다름", "Another seal than the one that was kept")
        }
    }
    package var tone: Tone { .bad }
}
