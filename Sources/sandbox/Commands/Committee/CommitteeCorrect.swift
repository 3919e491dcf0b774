import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Correct: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "correct",
            abstract: "Put a clerical error right in a decision or in the minutes of its meeting (정정).",
            discussion: """
                  sandbox committee correct DE-2026-0001 --text '의결 사유 중 “100대”는 “10대”로 한다.' --reason '오기'
                  sandbox committee correct DE-2026-0001 --minutes --text '위원 3은 출석하지 않았다.' --reason @reason.txt

                What was recorded stays as it was; the correction is shown beside it, in the letter too.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Flag(help: "Of the minutes, not of the decision.") var minutes = false
        @Option(parsing: .unconditional, help: .prose("How it has to read.")) var text: Prose?
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("정정하지 않았습니다", "nothing was corrected") }

        func run(_ tracker: Tracker) async throws {
            let act = CorrectDecision(
                try CaseReference.one(reference), minutes ? .minutes : .decision,
                text: try global.asked(text, .text, Wording("바로잡은 내용", "How it has to read")),
                reason: try global.asked(reason, .reason, Wording("정정 사유", "What was wrong")))
            let made = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(made), dryRun: writing.dryRun)
        }
    }
}
