import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Link: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "link",
            abstract: "Note that cases wait for a change of law.",
            discussion: """
                  sandbox roadmap link ai-2020/P05 DE-2026-0001 DE-2026-0002
                  sandbox case list --ministry 문화체육관광부 | cut -f1 | tail -n +2 | sandbox roadmap link ai-2020/P05 -

                All are linked, or none; a link that is there stays.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Argument(help: .references) var references: [String]

        var notDone: Wording { Wording("과제를 연결하지 않았습니다", "nothing was linked") }

        func run(_ tracker: Tracker) async throws {
            let act = LinkCases(try TaskReference.one(task), to: try CaseReference.all(references))
            let linked = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation.linked(linked), dryRun: writing.dryRun)
        }
    }
}
