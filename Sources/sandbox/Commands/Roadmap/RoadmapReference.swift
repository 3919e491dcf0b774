import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Reference: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reference",
            abstract: "Note what a reform task is known by elsewhere: a bill, a promulgation number, a gazette.",
            discussion: """
                  sandbox roadmap reference ai-2020/P01 --kind promulgation --number '법률 제18475호' --on 2021-10-19
                  sandbox roadmap reference ai-2020/P01 --kind bill --number 2200001 --remove
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: "What it is.") var kind: TaskReferenceKind
        @Option(help: ArgumentHelp("How it is quoted.", valueName: "text")) var number: String
        @Option(help: ArgumentHelp("Its day.", valueName: "date")) var on: String?
        @Flag(help: "Take it away (the desk).") var remove = false

        var notDone: Wording { Wording("번호를 기록하지 않았습니다", "the reference was not noted") }

        func run(_ tracker: Tracker) async throws {
            var act = EditReferences(try TaskReference.one(task), kind, try .label(.number, number), isRemoval: remove)
            act.datedOn = try on.map { try CivilDate(option: .on, $0) }
            let edited = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(edited, kind, isRemoval: remove), dryRun: writing.dryRun)
        }
    }
}
