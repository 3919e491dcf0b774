import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Claim: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "claim",
            abstract: "Report a claim for damages; a period for payment runs if it is not insured: the company.",
            discussion: """
                  sandbox grant claim DE-2026-0001 --claimant '이용자 A' --amount 1500000
                  sandbox grant claim DE-2026-0001 --claimant '이용자 B' --insured --text '휴대전화 파손'

                The day (--on) is that on which the claim was received.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: "Who claims.") var claimant: String
        @Option(help: ArgumentHelp("How much, in won.", valueName: "n")) var amount: Measured<InWon>?
        @Flag(help: "An insurance pays for it.") var insured = false
        @Option(parsing: .unconditional, help: .prose("What for.")) var text: Prose?

        var act: GrantAct { .claim }

        func complete(_ act: inout ActOnGrant) throws {
            act.label = try Prose(argument: claimant).text(.claimant, .label)
            act.amount = amount?.value
            act.isInsured = insured
            act.text = try text?.text(.text)
        }
    }
}
