import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Notify: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "notify",
            abstract: "Record that the letter to a ministry without an account arrived; its period runs from then.",
            discussion: """
                  sandbox consult notify RC-2026-0001 --ministry 국토교통부 --on 2026-11-23 --notice '등기 제2026-118호, 수령 확인'
                  sandbox consult notify RC-2026-0001 --ministry 국토교통부 --notice @receipt.txt
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry that was told.") var ministry: String
        @Option(help: ArgumentHelp("The day it was told (default: today).", valueName: "date")) var on: String?
        @Option(parsing: .unconditional, help: .prose("The proof.")) var notice: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("통보를 기록하지 않았습니다", "no notice was recorded") }

        func run(_ tracker: Tracker) async throws {
            let act = NotifyMinistry(
                try CaseReference.one(reference), ministry: ministry,
                on: try on.map { try CivilDate(option: .on, $0) },
                notice: try global.asked(notice, .notice, Wording("통보 증빙", "Proof")))
            let told = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(told), dryRun: writing.dryRun)
        }
    }
}
