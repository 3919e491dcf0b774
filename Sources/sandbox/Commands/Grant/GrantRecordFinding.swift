import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct RecordFinding: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "record-finding",
            abstract: "Say whether the law must be revised (정비 필요 여부 판단): a ministry that was asked.",
            discussion: """
                  sandbox grant record-finding DE-2026-0001 needed --level act
                  sandbox grant record-finding DE-2026-0001 not-needed --text '현행법으로 충분합니다.' --until 2028-12-31
                """
        )
        @OptionGroup var options: GrantActOptions
        @Argument(help: "Whether it must.") var finding: RevisionFinding
        @Option(help: "The highest level of the law that must change.") var level: LawLevel?
        @Option(help: ArgumentHelp("With not-needed: the last day, as notified.", valueName: "date")) var until: String?
        @Option(parsing: .unconditional, help: .prose("Why.")) var text: Prose?

        var act: GrantAct { .recordFinding }

        func complete(_ act: inout ActOnGrant) throws {
            (act.finding, act.level) = (finding, level)
            act.until = try until.map { try CivilDate(option: .until, $0) }
            act.text = try text?.text(.text)
        }
    }
}
