import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapLink: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Note that cases wait for a change of law.",
        discussion: """
              sandbox roadmap link ai-2020/P05 DE-2026-0001 DE-2026-0002
              sandbox case list --ministry 문화체육관광부 | cut -f1 | tail -n +2 | sandbox roadmap link ai-2020/P05 -

            All are linked, or none; a link that is there stays.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .task) var task: String
    @Argument(help: .references) var references: [String]

    var notDone: Wording { Wording("과제를 연결하지 않았습니다", "nothing was linked") }

    func run(_ tracker: Tracker) async throws {
        let act = LinkCases(try TaskReference.one(task), to: try CaseReference.all(references))
        let linked = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            [Confirmation](
                linked, Wording("연결했습니다.", "was linked."), Wording("이미 연결되어 있습니다.", "was linked already.")),
            dryRun: writing.dryRun)
    }
}

struct RoadmapUnlink: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Note that cases no longer wait for a change of law.",
        discussion: """
              sandbox roadmap unlink ai-2020/P05 DE-2026-0001
              sandbox roadmap unlink ai-2020/P05 - < references.txt
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .task) var task: String
    @Argument(help: .references) var references: [String]

    var notDone: Wording { Wording("과제 연결을 풀지 않았습니다", "nothing was unlinked") }

    func run(_ tracker: Tracker) async throws {
        let act = UnlinkCases(try TaskReference.one(task), from: try CaseReference.all(references))
        let unlinked = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            [Confirmation](
                unlinked, Wording("연결을 풀었습니다.", "was unlinked."), Wording("연결되어 있지 않습니다.", "was not linked.")),
            dryRun: writing.dryRun)
    }
}

extension [Confirmation] {
    fileprivate init(_ outcome: LinkedCases, _ done: Wording, _ idle: Wording) {
        func line(_ reference: CaseReference, _ isChanged: Bool) -> Confirmation {
            let words = isChanged ? done : idle
            return Confirmation(
                name: reference.description,
                said: Wording(
                    "\(reference) – \(outcome.reference): \(words.ko)",
                    "\(reference) – \(outcome.reference): \(words.en)"),
                fields: [
                    .init("task", "과제", "Task", .text(outcome.reference.description)),
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("is_changed", "변경", "Changed", .boolean(isChanged)),
                ])
        }
        self = outcome.changed.map { line($0, true) } + outcome.unchanged.map { line($0, false) }
    }
}
