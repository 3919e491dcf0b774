import SandboxDomain

extension RecallRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .nothingEntered:
            Wording("취소할 기록이 없습니다", "there is no entry of yours to take back")
        case .notRecalled:
            Wording(
                "이 절차의 기록은 취소하지 않고, 교체하거나 그에 맞는 절차로 되돌립니다",
                "such an act is not taken back: it is replaced, or undone by an act of its own")
        case .reliedOn(let reliance):
            Wording(
                "이 기록은 이제 취소할 수 없습니다: \(reliance.wording.ko)",
                "it is relied on: \(reliance.wording.en)")
        }
    }
}

extension Reliance: HasWording {
    package var wording: Wording {
        switch self {
        case .decision: Wording("그 뒤에 의결했습니다", "the case has been decided since")
        case .closed: Wording("과제가 이미 종결되었습니다", "the case is closed")
        case .agenda: Wording("안건이 확정되었습니다", "the agenda that the case is on is frozen")
        case .round: Wording("그 뒤에 새 차수의 협의를 보냈습니다", "the ministry has been asked again since")
        case .commence: Wording("사업이 개시되었습니다", "business was commenced on it")
        case .waiver: Wording("조건의 이행을 면제했습니다", "the condition has been waived since")
        case .reopened: Wording("과제가 다시 진행되고 있습니다", "the case went on with it")
        case .paper: Wording("그에 따라 공문서를 발급했습니다", "an official paper was issued on it")
        case .act: Wording("그 뒤의 절차가 이 기록을 바탕으로 합니다", "a later act rests on it")
        case .period: Wording("그에 따른 기간이 지났습니다", "a period that hangs on it has gone by")
        case .validity: Wording("그날부터 유효기간이 시작되었습니다", "the validity of the grant has begun with it")
        case .kind: Wording("취소하지 않는 절차입니다", "such an act is not taken back")
        }
    }
}

extension RecallSubject: HasWording {
    package var wording: Wording {
        switch self {
        case .reply: Wording("공문 회신", "Reply on paper")
        case .answer: Wording("공문 답변", "Answer on paper")
        case .evidence: Wording("이행 확인", "Ruling on evidence")
        case .objection: Wording("이의신청 결과", "Answer to an objection")
        case .grantAct: Wording("사후 절차", "Act on a grant")
        }
    }
}

extension Vocabulary {
    /// What an entry said that was taken back: an opinion, a ruling, an act on a grant.
    package static let recalled: Vocabulary = {
        var words = [
            "answer": Wording("답변", "Answered"), "confirmed": Wording("이행 확인", "Confirmed"),
            "rejected": Wording("이행 자료 반려", "Evidence rejected"),
        ]
        for opinion in Opinion.allCases { words[opinion.rawValue] = opinion.wording }
        for ruling in ObjectionRuling.allCases { words[ruling.rawValue] = ruling.wording }
        for act in GrantAct.allCases { words[act.rawValue] = act.wording }
        return Vocabulary(words: words)
    }()
}
