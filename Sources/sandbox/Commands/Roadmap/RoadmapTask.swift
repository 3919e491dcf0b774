import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Task: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "task",
            abstract: "Say how far a reform task has come: the ministry that owes it, or the desk.",
            discussion: """
                  sandbox roadmap task ai-2020/P05 --status pre-announced --if-version 1 --note '입법예고 2026-12-01~2027-01-10'
                  sandbox roadmap task ai-2020/P05 --status promulgated --in-force-on 2027-07-01 --if-version 2

                The version is the one you read (sandbox roadmap view). An empty text takes a note or day away. Whatever takes
                something back (a step backward, giving up, leaving the end) needs a reason. With --on the day is recorded as a
                milestone. A task ends in another one by sandbox roadmap merge.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: "How far it has come.") var status: ReformStatus
        @Option(name: .customLong("if-version"), help: ArgumentHelp("The version you read.", valueName: "n"))
        var version: Int
        @Option(parsing: .unconditional, help: .prose("What is known about it.")) var note: Prose?
        @Option(help: ArgumentHelp("The entry into force; with promulgated and in-force only.", valueName: "date"))
        var inForceOn: String?
        @Option(help: ArgumentHelp("The day the status was reached.", valueName: "date")) var on: String?
        @Option(parsing: .unconditional, help: .prose("Why the status is taken back.")) var reason: Prose?

        var notDone: Wording { Wording("과제 상태를 바꾸지 않았습니다", "the task was not changed") }

        func run(_ tracker: Tracker) async throws {
            var act = UpdateTask(try TaskReference.one(task), status: status, version: version)
            if let note { act.note = note.argument.isEmpty ? .set(nil) : .set(try note.text(.note)) }
            act.inForceOn = try .init(option: inForceOn) { try CivilDate(option: .inForceOn, $0) }
            act.reachedOn = try on.map { try CivilDate(option: .on, $0) }
            let now = try await global.reasoned(reason) { [act] reason in
                var act = act
                act.reason = reason
                return try await tracker.perform(act, dryRun: writing.dryRun)
            }
            try global.confirm(Confirmation(now, after: version), dryRun: writing.dryRun)
        }
    }
}
