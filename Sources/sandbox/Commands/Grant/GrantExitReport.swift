import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct ExitReport: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "exit-report",
            abstract: "Give the report on a trial that is over (종료보고서), where the law asks for one: the desk.",
            discussion: """
                  sandbox grant exit-report AIA-2026-0001 --text @report.txt
                  sandbox grant exit-report AIA-2026-0001 --text @report.txt --reference https://example.eu/reports/1

                What was done, what came of it and what was learnt. It is given once; --reference says where it was published.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("What was done and learnt.")) var text: Prose?
        @Option(name: .customLong("reference"), help: ArgumentHelp("Where it was published.", valueName: "label"))
        var place: String?

        var act: GrantAct { .exitReport }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("보고의 내용", "What was done and learnt"))
            act.label = try place.map { try Prose(argument: $0).text(.reference, .label) }
        }
    }
}
