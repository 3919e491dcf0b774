import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Table: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "table",
            abstract: "Put cases on the agenda of a meeting (상정), or take them off it.",
            discussion: """
                  sandbox committee table main/43 DE-2026-0001 TP-2026-0003
                  sandbox committee table main/43 DE-2026-0001 --remove

                All are tabled, or none. A deferred case is tabled again at a \
                later meeting. sandbox committee freeze ends
                the changes.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @Argument(help: .references) var references: [String]
        @Option(
            parsing: .unconditional,
            help: .prose("For a committee that decides what is delegated to it: the resolution that did."))
        var delegatedBy: Prose?
        @Flag(help: "Take them off the agenda, as long as it is not frozen.") var remove = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("안건을 바꾸지 않았습니다", "the agenda was not changed") }

        func run(_ tracker: Tracker) async throws {
            let meeting = try MeetingReference.one(meeting)
            let references = try CaseReference.all(references)
            let resolution = try delegatedBy?.text(.delegatedBy)
            let places: [TabledCase]
            if remove {
                let acts = references.map { (name: $0.description, act: UntableCase($0, from: meeting)) }
                places = try await tracker.perform(Batch(acts), dryRun: writing.dryRun)
            } else {
                let acts = references.map {
                    (name: $0.description, act: TableCase($0, at: meeting, delegatedBy: resolution))
                }
                places = try await tracker.perform(Batch(acts), dryRun: writing.dryRun)
            }
            try global.confirm(
                places.map(remove ? Confirmation.init(untabled:) : Confirmation.init(tabled:)), dryRun: writing.dryRun)
        }
    }
}
