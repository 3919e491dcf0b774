package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A person who was made.
    package init(made person: Person) {
        self.init(
            person,
            said: Wording(
                "사용자 \(person.roleName, .object) 만들었습니다(\(person.role.wording.ko)).",
                "\(person.roleName) was made (\(person.role.wording.en))"))
    }

    /// A person whose work was ended.
    package init(disabled one: DisabledPerson) {
        let person = one.person
        self.init(
            person,
            said: Wording("사용자 \(person.roleName, .object) 중지했습니다.", "\(person.roleName) was disabled."))
        if one.openCases > 0 {
            next = [
                Wording(
                    "끝나지 않은 과제 \(one.openCases)건이 남아 있습니다. 인계: sandbox user hand-over \(person.roleName) --to …",
                    "Still assigned: \(Wording.counted(one.openCases, "case")). To hand over: sandbox user hand-over \(person.roleName) --to …"
                )
            ]
        }
        fields.append(.init("open_cases", "남은 과제", "Open cases", .integer(one.openCases)))
    }

    /// A person who can log in again.
    package init(enabled person: Person) {
        self.init(
            person,
            said: Wording(
                "사용자 \(person.roleName, .object) 다시 쓸 수 있게 했습니다.", "\(person.roleName) can log in again."))
    }

    /// A person who is called otherwise.
    package init(edited person: Person) {
        self.init(
            person,
            said: Wording(
                "사용자 \(person.roleName)의 이름: \(person.displayName). 권한: \(Wording.rights(person.rights).ko)",
                "\(person.roleName) is called \(person.displayName). Rights: \(Wording.rights(person.rights).en)."))
    }

    private init(_ person: Person, said: Wording) {
        self.init(
            name: person.roleName, said: said,
            fields: [
                .init("login", "로그인", "Login", .text(person.roleName)),
                .init("role", "역할", "Role", .code(person.role)),
                .init("organisation", "기관", "Organisation", .text(person.organisation)),
                .init("name", "이름", "Name", .text(person.displayName)),
                .init("is_disabled", "중지", "Disabled", .boolean(person.isDisabled)),
                .init("rights", "권한", "Rights", .codes(person.rights)),
            ])
    }
}

extension Wording {
    /// What a person may do, in words.
    fileprivate static func rights(_ rights: [PersonRight]) -> Wording {
        rights.isEmpty ? Wording("없음", "none") : words(rights)
    }
}
