import SandboxDomain

extension OrganisationRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .wrongKind(let role, let kind):
            Wording(
                "‘\(role.wording.ko)’ 사용자는 ‘\(kind.wording.ko)’ 기관에 속할 수 없습니다",
                "a person of the role “\(role.wording.en)” cannot belong to an organisation of the kind "
                    + "“\(kind.wording.en)”")
        case .required(let role):
            Wording(
                "‘\(role.wording.ko)’ 사용자는 기관에 속해야 합니다",
                "a person of the role “\(role.wording.en)” acts for an organisation, and none was named")
        case .exists(let name): Wording("\(name, .topic) 이미 있습니다", "\(name) exists already")
        case .same(let name, let registered):
            Wording(
                "‘\(name)’: ‘\(registered)’의 다른 표기로 보입니다",
                "\(name) is another spelling of \(registered), or the same body under another name")
        case .numberWrong(let number):
            Wording("‘\(number)’ 값은 사업자등록번호가 아닙니다", "no company is registered under the number \(number)")
        case .numberTaken(let number, let name):
            Wording("사업자등록번호 \(number)의 기관이 이미 있습니다: \(name)", "the registration number \(number) is that of \(name)")
        case .closed(let name): Wording("\(name, .topic) 닫힌 기관입니다", "\(name) is closed")
        case .personExists(let name):
            Wording("사용자 \(name, .subject) 이미 있습니다", "a person of the login \(name) exists already")
        case .personIsAdministrator(let name):
            Wording(
                "\(name, .topic) 관리 권한을 가진 역할이어서 사용자가 될 수 없습니다",
                "\(name) has administrative rights and cannot act for anybody")
        case .personDisabled(let name): Wording("\(name, .topic) 중지된 사용자입니다", "\(name) is disabled")
        case .personIsLast(let role):
            Wording(
                "마지막 ‘\(role.wording.ko)’ 사용자는 중지할 수 없습니다. 다른 사용자를 먼저 추가하십시오",
                "the last person of the role “\(role.wording.en)” is not disabled; add another one first")
        case .personEnabled(let login): Wording("\(login, .topic) 이미 사용할 수 있습니다", "\(login) can log in already")
        case .rightMissing(let right):
            Wording(
                "기관의 이름으로 하는 일 가운데 ‘\(right.wording.ko)’ 권한이 이 사용자에게 없습니다",
                "this person has not the right “\(right.wording.en)” for the organisation")
        case .passwordTooShort(let fewest):
            Wording("비밀번호는 \(fewest)자 이상이어야 합니다", "a password has at least \(Wording.counted(fewest, "character"))")
        case .personIsSelf: Wording("자기 자신은 중지할 수 없습니다", "nobody disables themselves")
        }
    }
}
