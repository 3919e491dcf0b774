import SandboxDomain

extension SummitRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .commitmentNotOwn(let owner):
            Wording("\(owner)의 몫이어서 말할 수 없습니다", "only \(owner) or the desk may say what became of it")
        case .commitmentSettled:
            Wording("이미 끝난 약속입니다", "the commitment is settled; reopen it first")
        case .commitmentOpen: Wording("아직 열려 있는 약속입니다", "the commitment is open")
        case .councilReportsLater:
            Wording("협의체는 다음 회의부터 보고합니다", "a council reports to a later summit than the one it was set up at")
        }
    }
}
