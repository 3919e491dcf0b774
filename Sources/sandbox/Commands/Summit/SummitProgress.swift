import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Progress: EvidenceCommand {
        static let configuration = CommandConfiguration(
            name: "progress",
            abstract: "Say what has been done for a commitment so far.",
            discussion: """
                  sandbox summit progress 2/1 --evidence '시범 사업자 20곳 모집'
                  sandbox summit progress 2/1 --evidence @report.txt --on 2027-04-01
                """
        )
        @OptionGroup var options: EvidenceOptions
        @Option(parsing: .unconditional, help: .prose("What was done.")) var evidence: Prose

        static let kind = EvidenceKind.progress

        func said() throws -> String { try evidence.text(.evidence) }
    }
}
