import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Stop: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "stop",
            abstract: "Stop a period for a cause its rule names; supplements stop periods by themselves.",
            discussion: """
                  sandbox deadline stop DE-2026-0001/1 --cause mediation \
                  --from 2026-11-20 --paper '규제합리화위원회 의견 요청 제12호'
                  sandbox deadline resume DE-2026-0001/1 --on 2026-12-04

                The days after --from are not counted, up to and including the day it is resumed.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .deadline) var reference: String
        @Option(help: "Why.") var cause: StopCause?
        @Option(help: ArgumentHelp("The day it begins (default: today).", valueName: "date")) var from: CivilDate?
        @Option(parsing: .unconditional, help: .prose("The paper it rests on.")) var paper: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기한을 멈추지 않았습니다", "nothing was stopped") }

        func run(_ tracker: Tracker) async throws {
            let deadline = try DeadlineReference.one(reference)
            let cause = try global.asked(cause, .cause, Wording("정지 사유", "Cause"))
            let paper = try global.asked(paper, .paper, Wording("근거 문서", "Paper"))
            let turned = try await tracker.perform(
                StopDeadline(deadline, for: cause, from: from, paper: paper), dryRun: writing.dryRun)
            try global.confirm(Confirmation(stopped: turned), dryRun: writing.dryRun)
        }
    }
}
