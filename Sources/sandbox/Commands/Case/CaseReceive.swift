import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Receive: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "receive",
            abstract: "Take up filed cases (접수). The statutory periods can run from here.",
            discussion: """
                  sandbox case receive DE-2026-0001 --as desk
                  sandbox case list --stage filed | cut -f1 | tail -n +2 | sandbox case receive -

                All are received, or none.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .references) var references: [String]
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("접수하지 않았습니다", "nothing was received") }

        func run(_ tracker: Tracker) async throws {
            let acts = try CaseReference.all(references).map { (name: $0.description, act: ReceiveCase($0)) }
            let moved = try await tracker.perform(Batch(acts), dryRun: writing.dryRun)
            try await global.confirm(moved, tracker, writing, Confirmation.init(received:openTasks:))
        }
    }
}
