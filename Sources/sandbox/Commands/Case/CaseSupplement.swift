import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CaseSupplement: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplement",
        abstract: "Ask the company for more (보완): the desk, or a ministry while it is consulted.",
        discussion: """
              sandbox case supplement DE-2026-0001 --request '가명처리 절차를 보완하여 주십시오.' --due 2026-12-31
              sandbox case supplement DE-2026-0001 --request @request.txt --as pipc
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .unconditional, help: .prose("What is missing.")) var request: Prose?
    @Option(help: ArgumentHelp("The last day for the answer.", valueName: "date")) var due: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("보완을 요청하지 않았습니다", "no supplement was asked for") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let request = try global.asked(request, .request, Wording("무엇을 보완해야 합니까", "What is missing"))
        let act = AskSupplement(reference, request: request, dueOn: try due.map { try CivilDate(option: .due, $0) })
        let asked = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                asked,
                said: Wording(
                    "\(asked.reference): 보완을 요청했습니다(\(asked.number)번).",
                    "\(asked.reference): supplement no. \(asked.number) was asked for."),
                next: try await global.next(asked.reference, tracker, dryRun: writing.dryRun)),
            dryRun: writing.dryRun)
    }
}

struct CaseAnswer: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a request for a supplement.",
        discussion: """
              sandbox case answer DE-2026-0001 --answer '절차서를 제출합니다.' --attach other=procedure.pdf
              sandbox case answer DE-2026-0001 --no 2 --answer @answer.txt

            What was filed before stays as it is; the answer and its papers stand beside it.
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
        try global.confirm(
            Confirmation(
                answered,
                said: Wording(
                    "\(answered.reference): \(answered.number)번 보완 요청에 답했습니다.",
                    "\(answered.reference): supplement no. \(answered.number) was answered."),
                next: try await global.next(answered.reference, tracker, dryRun: writing.dryRun)),
            dryRun: writing.dryRun)
    }
}

extension Confirmation {
    fileprivate init(_ supplement: AskedSupplement, said: Wording, next: [Wording]) {
        self.init(
            name: supplement.reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(supplement.reference.description)),
                .init("number", "번호", "Number", .integer(supplement.number)),
            ])
    }
}
