import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CaseObject: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "Object to a return, a rejection, or an act against a grant (이의신청).",
        discussion: """
              sandbox case object TP-2026-0001 --statement @objection.txt
              sandbox case object DE-2026-0001 --to 2 --statement '시정명령의 사실관계가 다릅니다.'

            Once for each disposition, within the period that the law gives; sandbox case view numbers the dispositions and
            says until when. A rejection that can be deliberated again is not objected to (sandbox case redeliberate).
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var retry: RetryOptions
    @Argument(help: .reference) var reference: String
    @Option(help: ArgumentHelp("The number of the disposition (default: the only one).", valueName: "n")) var to: Int?
    @Option(parsing: .unconditional, help: .prose("What is asked for, and why.")) var statement: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("이의신청을 하지 않았습니다", "no objection was filed") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let statement = try global.asked(statement, .statement, Wording("이의 내용", "Objection"))
        let act = FileObjection(reference, to: to, statement: statement)
        let disposition = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
        let due = disposition.answerDueOn
        try global.confirm(
            Confirmation(
                reference, disposition,
                said: Wording(
                    "\(reference): \(disposition.kind.wording.ko) 처분에 이의신청을 했습니다."
                        + (due.map { " 결과 통지 기한은 \($0)입니다." } ?? ""),
                    "\(reference): objected to the \(disposition.kind.wording.en.lowercased())."
                        + (due.map { " The answer is due on \($0)." } ?? "")),
                next: try await global.next(reference, tracker, dryRun: writing.dryRun)),
            dryRun: writing.dryRun)
    }
}

struct CaseAnswerObjection: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer-objection",
        abstract: "Tell the company what came of its objection (이의신청 결과 통지).",
        discussion: """
              sandbox case answer-objection TP-2026-0001 --ruling upheld --reason '보완 기간을 잘못 계산하였습니다.'

            The answer undoes nothing by itself: what was done is undone by the act that the law has for it. The period for
            the answer is extended with sandbox deadline extend.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: ArgumentHelp("The number of the disposition (default: the only one objected to).", valueName: "n"))
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
        let until = disposition.appealUntil
        try global.confirm(
            Confirmation(
                reference, disposition,
                said: Wording(
                    "\(reference): 이의신청 결과를 통지했습니다(\(ruling.wording.ko))."
                        + (until.map { " 행정심판·행정소송은 \($0)까지 제기할 수 있습니다." } ?? ""),
                    "\(reference): the objection was answered (\(ruling.wording.en.lowercased()))."
                        + (until.map { " An appeal or a suit is open until \($0)." } ?? "")),
                next: []),
            dryRun: writing.dryRun)
    }
}

extension Confirmation {
    fileprivate init(_ reference: CaseReference, _ disposition: Disposition, said: Wording, next: [Wording]) {
        self.init(
            name: reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("number", "처분 번호", "Number", .integer(disposition.number)),
                .init("kind", "처분", "Disposition", .code(disposition.kind)),
                .init("objected_on", "이의신청일", "Objected", .date(disposition.objectedOn)),
                .init("answer_due_on", "결과 통지 기한", "Answer due", .date(disposition.answerDueOn)),
                .init("ruling", "결과", "Answer", .code(disposition.ruling)),
                .init("ruled_on", "결과 통지일", "Answered", .date(disposition.ruledOn)),
                .init("appeal_until", "행정심판·소송 기한", "Appeal until", .date(disposition.appealUntil)),
            ])
    }
}
