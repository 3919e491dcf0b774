import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Report {
    struct Give: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "give",
            abstract: "Report on a task your ministry owes, for the oldest day that is open.",
            discussion: """
                  sandbox roadmap report give ai-2020/P05 --text '공정이용 안내서를 2025년 12월 배포, 법 개정은 검토 중'
                  sandbox roadmap report give ai-2020/P05 --text @report.txt --reason '담당 부서 개편'
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(parsing: .unconditional, help: .prose("The report.")) var text: Prose
        @Option(parsing: .unconditional, help: .prose("Why the day was missed.")) var reason: Prose?

        var notDone: Wording { Wording("보고하지 않았습니다", "the report was not given") }

        func run(_ tracker: Tracker) async throws {
            let act = ReportTask(try TaskReference.one(task), report: try text.text(.text))
            let given = try await global.reasoned(reason) { [act] reason in
                var act = act
                act.lateReason = reason
                return try await tracker.perform(act, dryRun: writing.dryRun)
            }
            try global.confirm(Confirmation(given), dryRun: writing.dryRun)
        }
    }
}
