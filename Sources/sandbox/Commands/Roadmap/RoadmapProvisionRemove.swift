import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Provision {
    struct Remove: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "remove",
            abstract: "Note that a task does not change a provision after all.",
            discussion: """
                  sandbox roadmap provision remove ai-2020/P05 --law 저작권법
                  sandbox roadmap provision remove ai-2020/P05 --law 저작권법 --article 제35조의5
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var options: ProvisionOptions

        var notDone: Wording { Wording("조항을 빼지 않았습니다", "the provision was not taken away") }

        func run(_ tracker: Tracker) async throws {
            let act = EditProvisions(try TaskReference.one(options.task), remove: try options.provision())
            let edited = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(removed: edited), dryRun: writing.dryRun)
        }
    }
}
