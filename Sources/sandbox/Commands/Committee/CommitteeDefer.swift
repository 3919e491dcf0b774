import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Defer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "defer",
            abstract: "Put an item off to a later meeting (보류). The case is not decided.",
            discussion: """
                  sandbox committee defer DE-2026-0001 --reason '안전성 자료를 보완한 뒤 다시 심의한다.'
                  sandbox committee defer DE-2026-0001 --reason @reason.txt
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .unconditional, help: .prose("Why; the parties are told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("보류하지 않았습니다", "the item was not deferred") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let reason = try global.asked(reason, .reason, Wording("보류 사유", "Reason"))
            let place = try await tracker.perform(DeferItem(reference, reason: reason), dryRun: writing.dryRun)
            let openTasks = await global.openTasks(place.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(deferred: place, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
