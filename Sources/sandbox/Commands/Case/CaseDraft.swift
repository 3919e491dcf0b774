import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Draft: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "draft",
            abstract: "Begin a proposal (작성). Only your company sees it until it is filed.",
            discussion: """
                  sandbox case draft proposal.yaml --as kim
                  sandbox case draft --track demonstration --service 'AI 상담 요약' --law '저작권법 제35조의5' \\
                      --exemption '정보분석을 위한 복제의 허용' --application @how.txt

                Without a file and options it asks, on a terminal. A draft may be incomplete; what \
                filing still needs is listed. sandbox case template prints the form.
                """
        )
        @OptionGroup(title: "The proposal, without a file") var options: ProposalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The proposal as YAML; - for standard input.", valueName: "file.yaml")) var file:
            String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("작성하지 않았습니다", "nothing was drafted") }

        func run(_ tracker: Tracker) async throws {
            let source = try await options.source(file, global, tracker)
            let draft = try await tracker.perform(
                DraftCase(source.document, papers: source.papers), dryRun: writing.dryRun)
            try global.confirm(Confirmation(drafted: draft), dryRun: writing.dryRun)
        }
    }
}
