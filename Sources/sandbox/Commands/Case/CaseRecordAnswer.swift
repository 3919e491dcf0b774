import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct RecordAnswer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "record-answer",
            abstract: "Enter a company's answer to a supplement that came as an official document (공문 답변).",
            discussion: """
                  sandbox case record-answer DE-2026-0001 --answer '절차서를 보완하여 제출함' --document-no '한빛-26-118' \\
                      --arrived-on 2026-12-10 --file answer.pdf

                It counts as given on the day the document arrived, also if it is entered later.
                One that was entered by mistake is taken back with sandbox case recall-answer.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which request, if several are open.", valueName: "n")) var no: Int?
        @Option(parsing: .unconditional, help: .prose("What the document says.")) var answer: Prose?
        @Option(
            parsing: .unconditional,
            help: .prose("Why the answer that was entered before is put right; this one takes its place."))
        var correction: Prose?
        @OptionGroup(title: "The document") var document: DocumentOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("답변을 기록하지 않았습니다", "no answer was recorded") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let answer = try global.asked(answer, .answer, Wording("답변", "The answer"))
            var act = SandboxCore.RecordAnswer(
                reference, number: no, answer: answer, document: try document.read(global))
            act.correction = try correction?.text(.correction)
            let answered = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(answered.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(answered: answered, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
