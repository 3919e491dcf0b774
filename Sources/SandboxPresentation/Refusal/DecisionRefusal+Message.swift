import SandboxDomain

extension DecisionRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .ministryNotConsulted:
            Wording("회신한 부처가 하나도 없습니다", "no ministry has replied, and a grant needs at least one")
        case .outcomeNotForTrack(let outcome, let track, let known):
            Wording(
                "\(track.wording.ko)에는 ‘\(outcome.wording.ko)’ 의결이 없습니다. 가능: \(Wording.words(known).ko)",
                "the track “\(track.wording.en)” has no outcome “\(outcome.wording.en)”; it has: "
                    + Wording.words(known).en)
        case .conditionsRequired: Wording("조건이 하나도 없습니다", "conditions are announced, but none is named")
        case .conditionsNotAllowed: Wording("여기에는 조건을 붙일 수 없습니다", "conditions do not go with this")
        case .dateOutside(let date, let earliest, let latest):
            Wording(
                "의결일 \(date, .subject) \(earliest)부터 \(latest) 사이에 있지 않습니다",
                "the date \(date) is not between \(earliest) and \(latest)")
        case .againstReplies(let ministries):
            Wording(
                "부처 회신과 다른 결과입니다: \(Wording.names(ministries).ko)",
                "these ministries replied otherwise: \(Wording.names(ministries).en)")
        case .conditionsDropped(let count):
            Wording(
                "위원회에 올린 조건안 \(count)건이 빠집니다",
                "conditions that were proposed to the committee are left out: \(count)")
        case .alreadyDecided: Wording("이미 의결되었습니다", "the case has been decided")
        }
    }
}
