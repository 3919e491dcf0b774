import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Recount: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recount",
            abstract:
                "Put right what is kept of deadlines, grants, open tasks, searched texts and counts, where a check finds it wrong.",
            discussion: """
                  sandbox deadline recount --as desk
                  sandbox deadline recount --dry-run --as desk

                Every act keeps what it moves. If somebody changed data in another way, deadline check and doctor name what is wrong
                now, and this command counts it anew. Nothing else is changed.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기한을 다시 세지 못했습니다", "nothing was recounted") }

        func run(_ tracker: Tracker) async throws {
            let count = try await tracker.perform(RecountDeadlines(), dryRun: writing.dryRun)
            try global.confirm(Confirmation(recounted: count), dryRun: writing.dryRun)
        }
    }
}
