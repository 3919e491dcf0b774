import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a meeting: who sits, what is tabled, how it was voted on.",
            discussion: """
                  sandbox committee view main/43
                  sandbox committee view main/43 --format json

                Members and votes are shown to the desk, analysts and auditors. \
                Companies and ministries see their cases' items.
                """
        )
        @Argument(help: .meeting) var meeting: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let detail = try await tracker.answer(MeetingView(try MeetingReference.one(meeting)))
            try global.print(Detail(detail, global.language), try await global.dated(tracker))
        }
    }
}
