import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Objection {
    struct Answer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "answer",
            abstract: "Tell the company what came of its objection (이의신청 결과 통지).",
            discussion: """
                  sandbox objection answer TP-2026-0001 --ruling upheld --reason '보완 기간을 잘못 계산하였습니다.'

                A return whose objection is upheld is undone: the case goes on from where it was returned. Anything else
                is undone by the act that the law has for it. What is upheld in full leaves nothing to appeal; what is
                upheld in part does. The period for the answer is extended with sandbox deadline extend.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(
            help: ArgumentHelp("The number of the disposition (default: the only one objected to).", valueName: "n"))
        var to: Int?
        @Option(help: "What the authority answers.") var ruling: ObjectionRuling?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이의신청의 결과를 통지하지 않았습니다", "the objection was not answered") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let ruling = try global.asked(ruling, .ruling, Wording("결과", "Answer"))
            let reason = try global.asked(reason, .reason, Wording("사유", "Reason"))
            let act = AnswerObjection(reference, to: to, ruling: ruling, reason: reason)
            let disposition = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(reference, tracker, dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(answered: disposition, ruling, in: reference, openTasks: openTasks),
                dryRun: writing.dryRun)
        }
    }
}
