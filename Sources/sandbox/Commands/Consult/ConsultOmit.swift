import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Omit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "omit",
            abstract: "Say why a ministry that the proposal names is not asked (협의 생략).",
            discussion: """
                  sandbox consult omit DE-2026-0001 --ministry 국토교통부 --reason '해당 조항이 삭제되어 소관이 아닙니다.'
                  sandbox consult omit DE-2026-0001 --ministry 국토교통부 --reason @reason.txt

                Nothing but a rejection is decided while a ministry that the proposal names was neither asked nor omitted.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry.") var ministry: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록하지 않았습니다", "nothing was recorded") }

        func run(_ tracker: Tracker) async throws {
            let act = OmitConsultation(
                try CaseReference.one(reference), ministry: ministry,
                reason: try global.asked(reason, .reason, Wording("생략 사유", "Reason")))
            let omitted = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(omitted.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(omitted, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
