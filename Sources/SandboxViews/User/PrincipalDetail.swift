package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// Who is acting, and for whom.
    /// - Parameter choice: through what it is this person.
    package init(_ principal: Principal, chosenBy choice: PersonChoice) {
        self.init(
            principal.roleName,
            [
                .field("login", Wording("로그인", "Login"), .text(principal.roleName)),
                .field("role", Wording("역할", "Role"), .code(principal.role)),
                .field("organisation", Wording("기관", "Organisation"), .text(principal.organisation)),
                .field("rights", Wording("권한", "Rights"), .codes(principal.rights)),
                .field("chosen_by", Wording("정한 방법", "Chosen by"), .code(choice)),
            ])
    }
}
