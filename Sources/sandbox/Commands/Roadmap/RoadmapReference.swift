import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapReference: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
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
        let text: String
        do { text = try TextRule.label.checked(number) } catch { throw BadInput(error, field: .number) }
        var act = EditReferences(try TaskReference.one(task), kind, text, isRemoval: remove)
        act.datedOn = try on.map { try CivilDate(option: .on, $0) }
        let edited = try await tracker.perform(act, dryRun: writing.dryRun)
        let words =
            switch (remove, edited.isChanged) {
            case (false, true): Wording("기록했습니다.", "was noted.")
            case (false, false): Wording("이미 있습니다.", "was noted already.")
            case (true, true): Wording("지웠습니다.", "was taken away.")
            case (true, false): Wording("없는 번호입니다.", "was not noted.")
            }
        try global.confirm(
            Confirmation(
                name: edited.reference.description,
                said: Wording(
                    "\(edited.reference) – \(kind.wording.ko) \(edited.text): \(words.ko)",
                    "\(edited.reference) – \(kind.wording.en) \(edited.text): \(words.en)"),
                fields: [
                    .init("task", "과제", "Task", .text(edited.reference.description)),
                    .init("kind", "구분", "Kind", .code(kind)),
                    .init("number", "번호", "Number", .text(edited.text)),
                    .init("is_changed", "변경", "Changed", .boolean(edited.isChanged)),
                ]), dryRun: writing.dryRun)
    }
}
