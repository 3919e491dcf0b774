import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct Record: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "record",
            abstract:
                "Record what happened to a regime as a whole: that it was established, that a report was published.",
            discussion: """
                  sandbox regime record eu-ai-act established --on 2026-08-02
                  sandbox regime record eu-ai-act annual-reported --text 'Annual report 2027'

                The periods that the regime's rules name for such an event run from it, and begin again where they ended. An
                entry stays as it is.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The regime; sandbox regime list has them.", valueName: "code")) var regime: String
        @Argument(help: "What happened, e.g. established or annual-reported.") var event: String
        @Option(help: ArgumentHelp("The day (default: today).", valueName: "date")) var on: CivilDate?
        @Option(parsing: .unconditional, help: .prose("What it was: the act, the title of the report.")) var text:
            Prose?

        var notDone: Wording { Wording("기록하지 않았습니다", "nothing was recorded") }

        func run(_ tracker: Tracker) async throws {
            let regime = RegimeCode(regime)
            let act = RecordRegimeEvent(regime, event: event, on: on, text: try text?.text(.text))
            let duties = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recorded: event, of: regime, duties), dryRun: writing.dryRun)
        }
    }
}
