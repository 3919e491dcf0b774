import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct RequestRevision: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "request-revision",
            abstract: "Ask for the law to be revised (법령정비 요청), with the results: the company.",
            discussion: """
                  sandbox grant request-revision DE-2026-0001 --text @results.txt
                  sandbox grant request-revision DE-2026-0001 --text '결과 요약' --proof result.pdf

                The grant stays in force while the revision procedure is under way; each ministry owes a plan and a finding.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("The results of the exemption and of the business.")) var text:
            Prose?
        @Option(help: ArgumentHelp("A file with the results.", valueName: "file")) var proof: String?

        var act: GrantAct { .requestRevision }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("특례 적용 결과", "The results"))
            act.proof = try proof.map { try PaperFile("trial-report", path: $0) }
        }
    }
}
