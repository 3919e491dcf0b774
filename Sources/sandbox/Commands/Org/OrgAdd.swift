import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Org {
    struct Add: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "add",
            abstract: "Enter an organisation.",
            discussion: """
                  sandbox org add 한빛에이아이 --kind company --registration-no 124-81-00998 --as operator
                  sandbox org add 문화체육관광부 --kind ministry --name-en 'Ministry of Culture, Sports and Tourism'
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The name it is known by.") var name: String
        @Option(help: "What it is.") var kind: OrganisationKind?
        @Option(help: "Its name in English.") var nameEn: String?
        @Option(help: ArgumentHelp("A company's business registration number (사업자등록번호).", valueName: "no"))
        var registrationNo: String?
        @Flag(help: "It is another organisation than the one whose name is the same but for its spelling.")
        var distinct = false

        var notDone: Wording { Wording("기관을 등록하지 않았습니다", "the organisation was not entered") }

        func run(_ tracker: Tracker) async throws {
            let kind = try global.asked(kind, .kind, Wording("기관 종류", "Kind of organisation"))
            let name = try OrganisationName(option: .organisationName, name)
            let act = AddOrganisation(
                name, kind: kind, englishName: try nameEn.map { try .label(.nameEn, $0) },
                registrationNumber: try registrationNo.map { try RegistrationNumber(option: .registrationNo, $0) },
                isDistinct: distinct)
            _ = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(added: name, kind), dryRun: writing.dryRun)
        }
    }
}

extension OrganisationName {
    /// The name in a word of the command line.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}

extension RegistrationNumber {
    /// The number in a word of the command line.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}
