import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Org {
    struct Edit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "edit",
            abstract: "Correct what the register says of an organisation.",
            discussion: """
                  sandbox org edit 한빛에이아이 --if-version 1 --registration-no 123-45-67890
                  sandbox org edit 정보통신부 --if-version 3 --closed-on 2008-02-29

                The version is the one you read (sandbox org view); if somebody else was faster, both sides are shown and
                nothing is changed. An empty text takes a value away.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "Its present name.") var name: String
        @Option(name: .customLong("if-version"), help: ArgumentHelp("The version you read.", valueName: "n"))
        var version: Int
        @Option(help: "A new name.") var rename: String?
        @Option(help: "Its name in English.") var nameEn: String?
        @Option(help: ArgumentHelp("A company's business registration number.", valueName: "no")) var registrationNo:
            String?
        @Option(help: ArgumentHelp("The day from which it takes part in nothing new.", valueName: "date")) var closedOn:
            String?
        @Flag(
            help:
                "The new name is that of another organisation than the one whose name is the same but for its spelling."
        )
        var distinct = false

        var notDone: Wording { Wording("기관을 고치지 않았습니다", "the organisation was not changed") }

        func run(_ tracker: Tracker) async throws {
            var act = EditOrganisation(name, version: version)
            act.rename = try rename.map { try OrganisationName(option: .rename, $0) }
            act.englishName = try .init(option: nameEn) { try .label(.nameEn, $0) }
            act.registrationNumber = try .init(option: registrationNo) {
                try RegistrationNumber(option: .registrationNo, $0)
            }
            act.closedOn = try .init(option: closedOn) { try CivilDate(option: .closedOn, $0) }
            act.isDistinct = distinct
            let edited = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(edited, after: version), dryRun: writing.dryRun)
        }
    }
}
