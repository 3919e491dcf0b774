import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Fulfil: EvidenceCommand {
        static let configuration = CommandConfiguration(
            name: "fulfil",
            abstract: "Say that a commitment is fulfilled, with the evidence: whoever made it, or the desk.",
            discussion: """
                  sandbox summit fulfil 2/1 --evidence 'API를 2027-05-02부터 공개, 신청 안내 게시' --on 2027-05-02
                  sandbox summit fulfil 2/1 --evidence @notice.txt --dry-run
                """
        )
        @OptionGroup var options: EvidenceOptions
        @Option(parsing: .unconditional, help: .prose("What shows it.")) var evidence: Prose

        static let kind = EvidenceKind.fulfilled

        func said() throws -> String { try evidence.text(.evidence) }
    }
}
