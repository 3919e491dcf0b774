import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Raise: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "raise",
            abstract: "Enter a proposal, a difficulty or a suggestion that was raised at a summit.",
            discussion: """
                  sandbox summit raise 2 --kind difficulty --by 카카오 --text '학습용 저작물의 이용 범위가 불분명하다'
                  sandbox summit raise 2 --kind proposal --by '예시 초거대AI 주식회사' --text @proposal.txt --case DE-2026-0001

                What came to be a case is seen by those who may see the case, and by nobody else.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: "What it is.") var kind: PointKind
        @Option(parsing: .unconditional, help: .prose("What was said.")) var text: Prose
        @Option(help: ArgumentHelp("Who raised it.", valueName: "name")) var by: String?
        @Option(help: .topic) var topic: String?
        @Option(name: .customLong("case"), help: .reference) var reference: String?
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("제기된 내용을 등록하지 않았습니다", "nothing was entered of what was raised") }

        func run(_ tracker: Tracker) async throws {
            let summit = try Int(summit: number)
            var point = SummitPoint(kind, try text.text(.text))
            (point.by, point.topic) = (
                try by.map { try .label(.by, $0) }, try topic.map { try Int(summit: $0, .topic) }
            )
            point.caseFile = try reference.map { try CaseReference.one($0) }
            point.source = try source?.text(.source)
            let raised = try await tracker.perform(RaisePoint(summit, point), dryRun: writing.dryRun)
            try global.confirm(Confirmation(raised, at: summit), dryRun: writing.dryRun)
        }
    }
}
