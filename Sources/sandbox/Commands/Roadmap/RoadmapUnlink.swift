import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Unlink: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "unlink",
            abstract: "Note that cases no longer wait for a change of law.",
            discussion: """
                  sandbox roadmap unlink ai-2020/P05 DE-2026-0001
                  sandbox roadmap unlink ai-2020/P05 - < references.txt
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Argument(help: .references) var references: [String]

        var notDone: Wording { Wording("과제 연결을 풀지 않았습니다", "nothing was unlinked") }

        func run(_ tracker: Tracker) async throws {
            let act = UnlinkCases(try TaskReference.one(task), from: try CaseReference.all(references))
            let unlinked = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation.unlinked(unlinked), dryRun: writing.dryRun)
        }
    }
}
