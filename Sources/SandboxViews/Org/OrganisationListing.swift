package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<Organisation> {
    /// Organisations.
    package static var organisations: Listing<Organisation> {
        Listing(
            Wording("기관", "Organisations"),
            [
                Column("name", "이름", "Name") { .text($0.name) },
                Column("kind", "종류", "Kind") { .code($0.kind) },
                Column("name_en", "영문 이름", "Name in English") { .text($0.englishName) },
                Column("registration_no", "사업자등록번호", "Registration no.") { .text($0.registrationNumber) },
                Column("closed_on", "폐지일", "Closed") { .date($0.closedOn) },
                Column("version", "판", "Version") { .integer($0.version) },
            ])
    }
}
