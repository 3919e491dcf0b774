import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Confirm: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "confirm",
            abstract: "Confirm an insurance or a compensation plan: the desk.",
            discussion: """
                  sandbox grant confirm DE-2026-0001 --insurance 2
                  sandbox grant confirm DE-2026-0001 --insurance 2 --text '증권 원본 대조'

                sandbox grant view shows the numbers. That a condition is met, sandbox condition confirm says.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The insurance or plan, by its number in the journal.", valueName: "n"))
        var insurance: Int
        @Option(parsing: .unconditional, help: .prose("What was seen.")) var text: Prose?

        var act: GrantAct { .confirm }

        func complete(_ act: inout ActOnGrant) throws {
            act.part = insurance
            act.text = try text?.text(.text)
        }
    }
}
