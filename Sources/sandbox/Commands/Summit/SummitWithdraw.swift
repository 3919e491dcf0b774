import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Withdraw: EvidenceCommand {
        static let configuration = CommandConfiguration(
            name: "withdraw",
            abstract: "Take a commitment back, with the reason.",
            discussion: """
                  sandbox summit withdraw 2/1 --reason '서비스 종료'
                  sandbox summit withdraw 2/1 --reason '서비스 종료' --on 2027-04-01
                """
        )
        @OptionGroup var options: EvidenceOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

        static let kind = EvidenceKind.withdrawn

        func said() throws -> String { try reason.text(.reason) }
    }
}
