import SandboxDomain

extension ConditionRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .conditionIncomplete(let gaps):
            Wording(
                "확인할 수 없는 조건이 있습니다: \(gaps.map(\.wording.ko).joined(separator: ", "))",
                "not every condition can be measured: \(gaps.map(\.wording.en).joined(separator: ", "))")
        case .conditionNotStanding:
            Wording("조건부 지정·허가가 아닙니다", "the case has no grant with conditions in force")
        case .conditionChangeOpen(let number):
            Wording("\(number)번 조건의 변경 신청이 처리되지 않았습니다", "a change of condition no. \(number) waits for a ruling")
        case .conditionChangeNoneOpen(let number):
            Wording("\(number)번 조건에 처리할 변경 신청이 없습니다", "no change of condition no. \(number) waits for a ruling")
        case .changeReplyNotOwed(let number):
            Wording(
                "이 부처가 회신할 \(number)번 조건의 변경 신청이 없습니다",
                "this ministry owes no reply to a change of condition no. \(number)")
        case .changeReplyOpen(let ministries):
            Wording(
                "회신 기한이 남은 부처가 있습니다: \(Wording.names(ministries).ko)",
                "the periods for their replies still run: \(Wording.names(ministries).en)")
        case .evidenceNoneOpen(let number):
            Wording(
                "\(number)번 조건에 확인할 이행 자료가 없습니다", "no evidence for condition no. \(number) waits for a ruling")
        case .conditionGrantOver(let number):
            Wording(
                "지정·허가가 끝나 \(number)번 조건을 변경할 수 없습니다",
                "the grant is over, and condition no. \(number) is not changed any more")
        case .conditionGrantInForce(let number):
            Wording(
                "지정·허가가 끝나지 않아 \(number)번 조건의 이행을 면제할 수 없습니다",
                "the grant is in force: condition no. \(number) can be changed, not waived")
        case .conditionWaived(let number):
            Wording("\(number)번 조건의 이행은 이미 면제되었습니다", "condition no. \(number) has been waived")
        }
    }
}

extension ConditionGap {
    fileprivate var wording: Wording {
        let (ko, en) =
            lacksPurpose && lacksEvidence
            ? ("목적·확인 자료 없음", "no purpose, no evidence")
            : lacksPurpose ? ("목적 없음", "no purpose") : ("확인 자료 없음", "no evidence")
        return Wording("\(number)번(\(ko))", "no. \(number) (\(en))")
    }
}
