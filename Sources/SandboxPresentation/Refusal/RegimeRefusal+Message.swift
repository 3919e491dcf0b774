import SandboxDomain

extension RegimeRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .fixed(let place, let before, let after):
            Wording(
                "\(place, .topic) 이미 준 번호와 날짜에 들어 있어 바꿀 수 없습니다(지금 \(before), 파일 \(after))",
                "\(place) is part of numbers and dates already given and cannot change (now \(before), file \(after))"
            )
        case .begun(let day):
            Wording("이미 \(day)로 기록되어 있습니다", "it is recorded already, for \(day)")
        case .notBegun:
            Wording("그 날까지 시작된 기한이 없습니다", "no period that it ends has begun by that day")
        case .prefixTaken(let prefix, let regime):
            Wording(
                "번호 앞자리 \(prefix, .topic) \(regime) 제도가 쓰고 있습니다",
                "the prefix \(prefix) belongs to a track of the regime \(regime)")
        case .committeeTaken(let committee, let regime):
            Wording(
                "위원회 부호 \(committee, .topic) \(regime) 제도가 쓰고 있습니다",
                "the code \(committee) belongs to a committee of the regime \(regime)")
        case .otherAuthority(let regime, let authority):
            Wording(
                "\(regime) 제도의 소관 기관은 \(authority)이며, 그 담당 창구만 처리할 수 있습니다",
                "the regime \(regime) belongs to \(authority), and only its desk acts under it")
        }
    }
}
