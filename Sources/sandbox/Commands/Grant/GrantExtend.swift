import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Extend: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "extend",
            abstract: "Decide on an extension that was asked for, once: the desk.",
            discussion: """
                  sandbox grant extend DE-2026-0001 --months 24
                  sandbox grant extend DE-2026-0001 --until 2029-06-30
                  sandbox grant extend DE-2026-0001 --refuse --reason '실증이 끝났습니다.'
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("By so many months.", valueName: "n")) var months: Measured<InMonths>?
        @Option(help: ArgumentHelp("Up to and including this day.", valueName: "date")) var until: String?
        @Flag(help: "Refuse it; needs a reason.") var refuse = false
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { refuse ? .refuseExtension : .extend }

        func complete(_ act: inout ActOnGrant) throws {
            act.months = months?.int
            act.until = try until.map { try CivilDate(option: .until, $0) }
            try act.check()
            act.text =
                refuse
                ? try global.asked(reason, .reason, Wording("거부 사유", "Reason for the refusal"))
                : try reason?.text(.reason)
        }
    }
}
