import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct SubmitEvidence: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "submit-evidence",
            abstract: "File evidence that a condition is met (이행 자료).",
            discussion: """
                  sandbox condition submit-evidence DE-2026-0001 1 --evidence policy.pdf
                  sandbox condition submit-evidence DE-2026-0001 2 --note '1분기 제외 요청 3건을 모두 처리했습니다.'

                The desk confirms it, or rejects it with a reason. What was filed stays.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(help: ArgumentHelp("The document that shows it.", valueName: "file")) var evidence: String?
        @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var note: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이행 자료를 제출하지 않았습니다", "no evidence was filed") }

        func run(_ tracker: Tracker) async throws {
            let act = try SandboxCore.SubmitEvidence(
                try CaseReference.one(reference), number: number, note: try note?.text(.note),
                file: try evidence.map { try PaperFile("evidence", path: $0) })
            let filed = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            try global.confirm(Confirmation(filed: filed), dryRun: writing.dryRun)
        }
    }
}
