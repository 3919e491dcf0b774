import SandboxDomain

extension OfficeRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .notColleague(let login):
            Wording(
                "\(login, .topic) 업무를 맡을 수 있는 같은 기관의 다른 사용자가 아닙니다",
                "\(login) is not another person of the same organisation who can take work over")
        case .absenceOverlaps(let login, let from, let until):
            Wording(
                "\(login, .topic) 그 기간에 이미 부재로 되어 있습니다(\(from.text(.korean)) ~ \(until.text(.korean)))",
                "\(login) is away already from \(from.text(.english)) to \(until.text(.english))")
        case .notAbsent(let login): Wording("\(login, .topic) 부재 중이 아닙니다", "\(login) is not away")
        }
    }
}
