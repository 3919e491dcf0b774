package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<Person> {
    /// The persons who act.
    package static var persons: Listing<Person> {
        Listing(
            Wording("사용자", "Persons"),
            [
                Column("login", "로그인", "Login", mayShrink: false) { .text($0.roleName) },
                Column("role", "역할", "Role") { .code($0.role) },
                Column("organisation", "기관", "Organisation") { .text($0.organisation) },
                Column("name", "이름", "Name") { .text($0.displayName) },
                Column("is_disabled", "중지", "Disabled") { .boolean($0.isDisabled) },
                Column("rights", "권한", "Rights") { .codes($0.rights) },
                Column("away_until", "부재 종료일", "Away until") { .date($0.awayUntil) },
                Column("deputy", "대결자", "Deputy") { .text($0.deputy) },
            ])
    }
}
