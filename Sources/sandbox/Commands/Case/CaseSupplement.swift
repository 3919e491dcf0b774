import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Supplement: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "supplement",
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
            let act = AskSupplement(
                reference, request: request, dueOn: try due.map { try CivilDate(option: .due, $0) })
            let asked = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(asked.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(asked: asked, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
