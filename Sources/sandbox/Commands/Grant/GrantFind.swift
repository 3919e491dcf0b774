import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantFind: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Say whether the law must be revised (정비 필요 여부 판단): a ministry that was asked.",
        discussion: """
              sandbox grant find DE-2026-0001 needed --level act
              sandbox grant find DE-2026-0001 not-needed --text '현행법으로 충분합니다.' --until 2028-12-31
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Argument(help: "Whether it must.") var finding: RevisionFinding
    @Option(help: "The highest level of the law that must change.") var level: LawLevel?
    @Option(help: ArgumentHelp("With not-needed: the last day, as notified.", valueName: "date")) var until: String?
    @Option(parsing: .unconditional, help: .prose("Why.")) var text: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .find)
        (act.finding, act.level) = (finding, level)
        act.until = try until.map { try CivilDate(option: .until, $0) }
        act.text = try text?.text(.text)
        return act
    }
}
