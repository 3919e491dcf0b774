import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Report: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "report",
            abstract: "Report what the expert council of a topic came to: the organisation in its chair, or the desk.",
            discussion: """
                  sandbox summit report 1 --topic 2 --to 2 --text '인재 양성 과제 7건을 정리하여 보고한다'
                  sandbox summit report 1 --topic 1 --to 2 --text @report.txt

                A council reports to a later summit than the one it was set up at.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: .topic) var topic: String
        @Option(help: ArgumentHelp("The number of the summit it reports to.", valueName: "number")) var to: String
        @Option(parsing: .unconditional, help: .prose("The report.")) var text: Prose
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("협의체 보고를 등록하지 않았습니다", "the report was not entered") }

        func run(_ tracker: Tracker) async throws {
            let summit = try Int(summit: number)
            let (place, next) = (try Int(summit: topic, .topic), try Int(summit: to, .to))
            var act = ReportCouncil(
                summit, topic: place, to: next,
                report: try text.text(.text))
            act.source = try source?.text(.source)
            let council = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(report: council, of: place, at: summit, to: next), dryRun: writing.dryRun)
        }
    }
}
