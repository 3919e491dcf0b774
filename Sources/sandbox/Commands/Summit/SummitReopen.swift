import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Reopen: EvidenceCommand {
        static let configuration = CommandConfiguration(
            name: "reopen",
            abstract: "Say that a commitment is not settled after all.",
            discussion: """
                  sandbox summit reopen 2/1 --reason '일부 기업만 이용할 수 있음'
                  sandbox summit reopen 2/1 --reason '공개가 중단됨' --on 2027-09-01
                """
        )
        @OptionGroup var options: EvidenceOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

        static let kind = EvidenceKind.reopened

        func said() throws -> String { try reason.text(.reason) }
    }
}
