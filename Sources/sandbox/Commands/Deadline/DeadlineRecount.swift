import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Recount: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recount",
            abstract: "Put right the kept ends of deadlines and grants that deadline check finds wrong.",
            discussion: """
                  sandbox deadline recount --as desk
                  sandbox deadline recount --dry-run --as desk

                Every act keeps the ends that it moves. If somebody changed data in another way, deadline check names what is wrong
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
