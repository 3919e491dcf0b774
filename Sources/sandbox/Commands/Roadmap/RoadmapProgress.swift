import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Progress: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "progress",
            abstract: "Show how far the law roadmaps have come.",
            discussion: """
                  sandbox roadmap progress --roadmap ai-2020
                  sandbox roadmap progress --by ministry --as-of 2025-12-31 --format json

                Overdue: the last day has passed and the task is known not to be ended; tasks of which nobody has said
                anything are counted apart. With --as-of statuses are those the event log knows of the end of that day.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: ArgumentHelp("Only this roadmap.", valueName: "code")) var roadmap: String?
        @Option(help: "By what tasks are counted.") var by: RoadmapProgress.Grouping = .area

        func run(_ tracker: Tracker) async throws {
            var query = RoadmapProgress()
            (query.grouping, query.asOf) = (by, reading.asOf)
            query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
            let report = try await tracker.answer(query)
            try show(report)
            if reading.asOf != nil, let note = report.note { Console.current.say(note, in: global.language) }
        }

        private func show(_ report: ProgressReport) throws {
            global.output.observe?(.output(PrintedShape(report, by: by)))
            let output = global.output.unobserved
            switch output.format {
            case .table:
                if let title = report.title { Console.current.print(title[global.language] + "\n") }
                try global.print(report.groupLines + report.totalLine, .progress, output)
            case .json: try global.print(Detail(report, by: by), output)
            default: try global.print(report.groupLines, .progress, output)
            }
        }
    }
}
