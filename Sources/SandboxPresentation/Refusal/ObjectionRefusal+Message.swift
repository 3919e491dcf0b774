import SandboxDomain

extension ObjectionRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .noDisposition(nil):
            Wording("이의신청할 수 있는 처분이 없습니다", "there is no disposition to object to")
        case .noDisposition(let number?):
            Wording("\(number)번 처분이 없습니다", "there is no disposition no. \(number)")
        case .objectedBefore(let number):
            Wording("\(number)번 처분에는 이미 이의신청을 했습니다", "disposition no. \(number) has been objected to")
        case .tooLate(let day):
            Wording("이의신청 기간이 \(day)에 끝났습니다", "the period for an objection ended on \(day)")
        case .noneOpen(nil):
            Wording("답할 이의신청이 없습니다", "no objection waits for an answer")
        case .noneOpen(let number?):
            Wording(
                "\(number)번 처분에 답할 이의신청이 없습니다", "no objection to disposition no. \(number) waits for an answer")
        }
    }
}
