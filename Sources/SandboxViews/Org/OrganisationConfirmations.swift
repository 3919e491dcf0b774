package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// An organisation that was entered.
    package init(added name: OrganisationName, _ kind: OrganisationKind) {
        self.init(
            name: name.text,
            said: Wording("\(name.text, .object) 등록했습니다(\(kind.wording.ko)).", "\(name) was entered."),
            fields: [
                .init("name", "이름", "Name", .text(name.text)), .init("kind", "종류", "Kind", .code(kind)),
            ])
    }

    /// What is said of an organisation now, after the version that was read.
    package init(_ edited: Organisation, after version: Int) {
        self.init(
            name: edited.name,
            said: edited.version != version
                ? Wording(
                    "\(edited.name, .object) 고쳤습니다(\(edited.version)판).",
                    "\(edited.name) was changed (version \(edited.version)).")
                : Wording("\(edited.name)에 바뀐 것이 없습니다.", "nothing to change in \(edited.name)."),
            fields: [
                .init("name", "이름", "Name", .text(edited.name)),
                .init("kind", "종류", "Kind", .code(edited.kind)),
                .init("name_en", "영문 이름", "Name in English", .text(edited.englishName)),
                .init("registration_no", "사업자등록번호", "Registration no.", .text(edited.registrationNumber)),
                .init("closed_on", "폐지일", "Closed", .date(edited.closedOn)),
                .init("version", "판", "Version", .integer(edited.version)),
            ])
    }
}
