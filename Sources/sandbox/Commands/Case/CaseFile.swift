import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct File: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "file",
            abstract: "File a proposal (제출): it gets its number and stays as it is filed.",
            discussion: """
                  sandbox case file DRAFT-17 --as kim
                  sandbox case file proposal.yaml --as kim

                A file, or options, are drafted, attached and filed in one step: all of \
                it, or nothing. Everything that is missing is named at once.
                """
        )
        @OptionGroup(title: "The proposal, without a file") var options: ProposalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(
            help: ArgumentHelp("A draft, or the proposal as YAML; - for standard input.", valueName: "draft|file.yaml"))
        var source: String?
        @Flag(help: "File it though your company has filed the very same already.") var again = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("제출하지 않았습니다", "nothing was filed") }

        func run(_ tracker: Tracker) async throws {
            var act: FileCase
            if let source, let reference = try? CaseReference(source) {
                guard options.isEmpty && options.paper.isEmpty else {
                    throw BadInput(.contradiction(.value(source), .value("--track, --service, --law, --paper …")))
                }
                act = FileCase(reference)
            } else {
                let proposal = try await options.source(source, global, tracker)
                act = FileCase(proposal.document, papers: proposal.papers)
            }
            act.again = again
            let filed = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            try await global.confirm([filed], tracker, writing, Confirmation.init(filed:openTasks:))
        }
    }
}
