import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Answer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "answer",
            abstract: "Answer a request for a supplement.",
            discussion: """
                  sandbox case answer DE-2026-0001 --answer '절차서를 제출합니다.' --attach other=procedure.pdf
                  sandbox case answer DE-2026-0001 --no 2 --answer @answer.txt

                What was filed before stays as it is; the answer and its papers are added to it.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which request, if several are open.", valueName: "n")) var no: Int?
        @Option(parsing: .unconditional, help: .prose("The answer.")) var answer: Prose?
        @Option(help: ArgumentHelp("A paper that goes with it.", valueName: "code=file")) var attach: [String] = []
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("보완에 답하지 않았습니다", "nothing was answered") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let papers = try attach.map { try PaperFile(word: $0, option: .attach) }
            let answer = try global.asked(answer, .answer, Wording("답변", "The answer"))
            let act = AnswerSupplement(reference, number: no, answer: answer, papers: papers)
            let answered = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(answered.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(answered: answered, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
