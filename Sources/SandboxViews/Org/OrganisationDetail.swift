package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// An organisation in full.
    package init(_ organisation: Organisation) {
        self.init(
            organisation.name,
            [
                .field("name", Wording("이름", "Name"), .text(organisation.name)),
                .field("kind", Wording("종류", "Kind"), .code(organisation.kind)),
                .field("name_en", Wording("영문 이름", "Name in English"), .text(organisation.englishName)),
                .field(
                    "registration_no", Wording("사업자등록번호", "Registration no."), .text(organisation.registrationNumber)),
                .field("closed_on", Wording("폐지일", "Closed"), .date(organisation.closedOn)),
                .field("version", Wording("판", "Version"), .integer(organisation.version)),
            ])
    }
}
