import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct CloseClaim: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "close-claim",
            abstract: "Report how a claim ended: the company.",
            discussion: """
                  sandbox grant close-claim DE-2026-0001 --claim 4 --amount 1500000
                  sandbox grant close-claim DE-2026-0001 --claim 4 --amount 0 --text '청구 취하' --on 2026-12-20

                The day (--on) is that on which it was paid or dealt with.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The claim, by its number in the journal.", valueName: "n")) var claim: Int
        @Option(help: ArgumentHelp("What was paid, in won.", valueName: "n")) var amount: Measured<InWon>?
        @Option(parsing: .unconditional, help: .prose("How it ended.")) var text: Prose?

        var act: GrantAct { .closeClaim }

        func complete(_ act: inout ActOnGrant) throws {
            act.part = claim
            act.amount = amount?.value
            act.text = try text?.text(.text)
        }
    }
}
