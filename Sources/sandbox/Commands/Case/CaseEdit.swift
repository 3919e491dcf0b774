import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Edit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "edit",
            abstract: "Change a draft: it becomes what the file says.",
            discussion: """
                  sandbox case view DRAFT-17 --yaml > draft.yaml && vi draft.yaml
                  sandbox case edit DRAFT-17 draft.yaml

                The file names the version it was made from. If somebody changed the draft \
                meanwhile, nothing is overwritten: both sides are shown (exit status 5).
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: ArgumentHelp("The proposal as YAML; - for standard input.", valueName: "file.yaml")) var file:
            String
        @Option(
            name: .customLong("if-version"),
            help: ArgumentHelp("The version the file was made from, if the file does not say it.", valueName: "n"))
        var version: Int?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("고치지 않았습니다", "the draft was not changed") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let source = try ProposalFile(file, tracks: try await tracker.answer(TrackList()))
            guard let version = version ?? source.document.version else {
                throw BadInput([source.document.issue(.missingName(Field("version")), field: "version")])
            }
            let act = EditCase(reference, source.document, version: version, papers: source.papers)
            let draft = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(edited: draft), dryRun: writing.dryRun)
        }
    }
}
