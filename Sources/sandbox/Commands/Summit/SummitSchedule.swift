import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Schedule: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "schedule",
            abstract: "Plan a summit, or correct what is known of one.",
            discussion: """
                  sandbox summit schedule 2 --on 2027-03-09 --name '제2회 인공지능 최고위 전략대화' --place '서울 코엑스'
                  sandbox summit schedule 2 --on 2027-03-16
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: ArgumentHelp("The day.", valueName: "date")) var on: String?
        @Option(help: "What it is called.") var name: String?
        @Option(help: "Where it is held.") var place: String?
        @Option(help: ArgumentHelp("Whose it is, if there are several regimes.", valueName: "code")) var regime: String?
        @Option(parsing: .unconditional, help: .prose("What it came to.")) var summary: Prose?
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("전략대화를 등록하지 않았습니다", "the summit was not entered") }

        func run(_ tracker: Tracker) async throws {
            var act = ScheduleSummit(try Int(summit: number))
            act.regime = regime.map { RegimeCode($0) }
            act.heldOn = try on.map { try CivilDate(option: .on, $0) }
            (act.name, act.place) = (try name.map { try .label(.name, $0) }, try place.map { try .label(.place, $0) })
            (act.summary, act.source) = (try summary?.text(.summary), try source?.text(.source))
            let summit = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(summit), dryRun: writing.dryRun)
        }
    }
}
