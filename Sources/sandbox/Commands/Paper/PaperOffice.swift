import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct Office: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "office",
            abstract: "State what the office prints under its papers.",
            discussion: """
                  sandbox paper office --division 디지털신산업제도과 --postcode 30109 --address '세종특별자치시 …' --approver '과장 박지훈'
                  sandbox paper office --phone '044-202-0000'

                What is not named stays as it is; an empty text takes away.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Option(help: ArgumentHelp("The regime (default: the only one).", valueName: "code")) var regime: String?
        @Option(help: "The division in charge (처리과).") var division: String?
        @Option(help: "Postcode.") var postcode: String?
        @Option(help: "Street address.") var address: String?
        @Option(help: "Web page.") var homepage: String?
        @Option(help: "Telephone.") var phone: String?
        @Option(help: "Fax.") var fax: String?
        @Option(help: "E-mail.") var email: String?
        @Option(help: "Whose signature decides (결재권자), as it is printed.") var approver: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("발신 기관의 정보를 적지 않았습니다", "what the office prints was not stated") }

        func run(_ tracker: Tracker) async throws {
            let division = try division.map { try String.label(.division, $0) }
            let postcode = try Edit(option: postcode) { try String.label(.postcode, $0) }
            let address = try Edit(option: address) { try String.label(.address, $0) }
            let homepage = try Edit(option: homepage) { try String.label(.homepage, $0) }
            let phone = try Edit(option: phone) { try String.label(.phone, $0) }
            let fax = try Edit(option: fax) { try String.label(.fax, $0) }
            let email = try Edit(option: email) { try String.label(.email, $0) }
            let approver = try Edit(option: approver) { try String.label(.approver, $0) }
            let act = StateOffice(regime.map { RegimeCode($0) }) { before in
                guard var office = before ?? division.map({ IssuingOffice.of(division: $0) }) else {
                    throw BadInput(.missingName(.division), field: .division)
                }
                if let division { office.division = division }
                office.postcode = postcode.applied(to: office.postcode)
                office.address = address.applied(to: office.address)
                office.homepage = homepage.applied(to: office.homepage)
                office.phone = phone.applied(to: office.phone)
                office.fax = fax.applied(to: office.fax)
                office.email = email.applied(to: office.email)
                office.approver = approver.applied(to: office.approver)
                return office
            }
            let office = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(office: office), dryRun: writing.dryRun)
        }
    }
}
