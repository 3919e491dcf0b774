import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Register {
    struct Withhold: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "withhold",
            abstract: "Keep a field of a grant out of the public register, on a ground of the law.",
            discussion: """
                  sandbox register withhold DE-2026-0001 --field conditions --ground trade-secret
                  sandbox register withhold DE-2026-0001 --field company --ground personal-data --dry-run

                Grounds: secret-by-law, deliberation, personal-data, trade-secret (정보공개법 제9조 제1항 제1·5·6·7호). The
                register shows the field empty, and the article.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "What to withhold.") var field: RegisterField
        @Option(help: "Why.") var ground: String

        var notDone: Wording { Wording("비공개로 하지 않았습니다", "nothing was withheld") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let basis = try await tracker.perform(
                WithholdField(field, of: reference, ground: ground), dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(withheld: field, of: reference, ground: ground, basis: basis), dryRun: writing.dryRun)
        }
    }
}
