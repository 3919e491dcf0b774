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
    package init(disabled person: Person) {
        self.init(
            person,
            said: Wording("사용자 \(person.roleName, .object) 중지했습니다.", "\(person.roleName) was disabled."))
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
                "사용자 \(person.roleName)의 이름: \(person.displayName)",
                "\(person.roleName) is called \(person.displayName)."))
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
            ])
    }
}
