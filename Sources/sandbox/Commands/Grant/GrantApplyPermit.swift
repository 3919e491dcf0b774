import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct ApplyPermit: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "apply-permit",
            abstract: "Apply for a grant of the other track in place of this one (임시허가 전환): the company.",
            discussion: """
                  sandbox grant apply-permit DE-2026-0001 --case TP-2028-0003
                  sandbox grant apply-permit DE-2026-0001 --case TP-2028-0003 --dry-run

                After a finding that the law must be revised, within its period. When the case is granted this grant is converted.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(
            name: .customLong("case"), help: ArgumentHelp("The filed case that is to take its place.", valueName: "ref")
        )
        var other: String

        var act: GrantAct { .applyPermit }

        func complete(_ act: inout ActOnGrant) throws {
            do { act.successor = try CaseReference(other) } catch { throw BadInput(error, field: .case) }
        }
    }
}
