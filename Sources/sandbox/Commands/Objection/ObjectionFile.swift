import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Objection {
    struct File: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "file",
            abstract: "Object to a return, a rejection, or an act against a grant (이의신청).",
            discussion: """
                  sandbox objection file TP-2026-0001 --statement @objection.txt
                  sandbox objection file DE-2026-0001 --to 2 --statement '시정명령의 사실관계가 다릅니다.'

                Once for each disposition, within the period that the law gives; \
                sandbox case view numbers the dispositions and
                says until when. A rejection that can be deliberated again is \
                not objected to (sandbox case redeliberate).
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("The number of the disposition (default: the only one).", valueName: "n")) var to:
            Int?
        @Option(parsing: .unconditional, help: .prose("What is asked for, and why.")) var statement: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이의신청을 하지 않았습니다", "no objection was filed") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let statement = try global.asked(statement, .statement, Wording("이의 내용", "Objection"))
            let act = FileObjection(reference, to: to, statement: statement)
            let disposition = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(reference, tracker, dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(objected: disposition, in: reference, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
