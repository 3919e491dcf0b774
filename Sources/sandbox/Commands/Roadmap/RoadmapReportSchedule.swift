import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Report {
    struct Schedule: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "schedule",
            abstract: "Set the days on which a report on every task of a roadmap is due.",
            discussion: """
                  sandbox roadmap report schedule ai-2020 2026-12-31 2027-06-30
                  sandbox roadmap report schedule ai-2020 2026-12-31 --opens-before 14

                A report waits in the inbox of each ministry that owes a task, until it is given or the task ends. Once its day
                has passed it needs a reason.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The roadmap.", valueName: "code")) var roadmap: String
        @Argument(help: ArgumentHelp("The last days for the reports.", valueName: "date")) var days: [String]
        @Option(help: ArgumentHelp("How many days before a report may be given.", valueName: "n")) var opensBefore = 30

        var notDone: Wording { Wording("보고 기한을 정하지 않았습니다", "no reporting date was set") }

        func run(_ tracker: Tracker) async throws {
            guard (0...366).contains(opensBefore) else {
                throw BadInput(.notInRange("\(opensBefore)", minimum: 0, maximum: 366), field: .opensBefore)
            }
            let code = try RoadmapCode(option: .roadmapCode, roadmap)
            let days = try days.map { try CivilDate(option: .day, $0) }
            let new = try await tracker.perform(
                ScheduleReports(code, due: days, opensBefore: opensBefore), dryRun: writing.dryRun)
            try global.confirm(Confirmation(code, reportsDue: new), dryRun: writing.dryRun)
        }
    }
}
