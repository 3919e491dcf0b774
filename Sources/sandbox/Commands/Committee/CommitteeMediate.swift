import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Mediate: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "mediate",
            abstract: "Record that a conflict over a case is mediated (갈등 조정), and how that ended.",
            discussion: """
                  sandbox committee mediate DE-2026-0001 --begin '갈등조정협의체'
                  sandbox committee mediate DE-2026-0001 --end '진료 범위를 한정하기로 합의' --on 2026-12-01

                During mediation the period for tabling is stopped.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .unconditional, help: ArgumentHelp("Who begins to mediate.", valueName: "council")) var begin:
            Prose?
        @Option(parsing: .unconditional, help: .prose("It has ended: what came of it.")) var end: Prose?
        @Option(help: ArgumentHelp("The day (default: today in the authority's zone).", valueName: "date")) var on:
            String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("갈등 조정을 기록하지 않았습니다", "no mediation was recorded") }

        func run(_ tracker: Tracker) async throws {
            let step: MediateCase.Step =
                switch (begin, end) {
                case (let council?, nil): .begin(council: try council.text(.begin, .label))
                case (nil, let outcome?): .end(outcome: try outcome.text(.end))
                case (nil, nil): throw BadInput(.missingName(.begin))
                case (_?, _?): throw BadInput(.contradiction(.field(.begin), .field(.end)))
                }
            let act = MediateCase(
                try CaseReference.one(reference), step, on: try on.map { try CivilDate(option: .on, $0) })
            let mediated = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(mediated), dryRun: writing.dryRun)
        }
    }
}
