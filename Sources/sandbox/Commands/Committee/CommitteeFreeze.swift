import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Freeze: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "freeze",
            abstract: "Freeze the agenda of a meeting (안건 확정): what is tabled stays as it is.",
            discussion: """
                  sandbox committee freeze main/43
                  sandbox committee freeze main/43 --dry-run

                The digest covers every case as it is tabled. What changes of a \
                case afterwards shows in committee view. Votes
                are taken on a frozen agenda only.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("안건을 확정하지 않았습니다", "the agenda was not frozen") }

        func run(_ tracker: Tracker) async throws {
            let frozen = try await tracker.perform(
                FreezeAgenda(try MeetingReference.one(meeting)), dryRun: writing.dryRun)
            try global.confirm(Confirmation(frozen), dryRun: writing.dryRun)
        }
    }
}
