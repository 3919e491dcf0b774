import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Change: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "change",
            abstract: "Ask to have a condition changed (지정조건 변경 신청).",
            discussion: """
                  sandbox condition change DE-2026-0001 2 --text '동물병원 100곳에서 실증한다.' \\
                      --reason '4곳의 실증에서 사고가 없었습니다.' --as company
                  sandbox condition change DE-2026-0001 2 --text @text.txt --reason @reason.txt --due 'every 3 months'

                For the company and the consulted ministries. What is not named \
                stays. The desk accepts or refuses it; the
                earlier condition is kept.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("The condition in its new words.")) var text: Prose?
        @Option(parsing: .unconditional, help: .prose("What it is for.")) var purpose: Prose?
        @Option(parsing: .unconditional, help: .prose("How to tell that it is met.")) var evidence: Prose?
        @Option(help: ArgumentHelp("When it is due.", valueName: "rule")) var due: String?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("변경을 신청하지 않았습니다", "no change was asked for") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let text = try global.asked(text, .text, Wording("새 조건", "The new words"))
            let reason = try global.asked(reason, .reason, Wording("변경 사유", "Reason"))
            let act = ChangeCondition(
                reference, number: number, text: text, purpose: try purpose?.text(.purpose),
                evidence: try evidence?.text(.evidence), due: try due.map { try DueRule(option: .due, $0) },
                reason: reason)
            let changed = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            try global.confirm(Confirmation(changeAsked: changed), dryRun: writing.dryRun)
        }
    }
}
