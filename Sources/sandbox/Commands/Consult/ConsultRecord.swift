import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Record: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "record",
            abstract: "Enter a ministry's reply that came as an official document (공문 회신).",
            discussion: """
                  sandbox consult record DE-2026-0001 --ministry 국토교통부 --opinion agree --document-no '자율주행정책과-1182' \\
                      --arrived-on 2026-12-10 --file reply.pdf
                  sandbox consult record DE-2026-0001 --ministry 국토교통부 --opinion oppose --reason @reason.txt \\
                      --document-no '자율주행정책과-1182' --arrived-on 2026-12-09 --correction '의견과 도착일을 잘못 적었습니다.'

                It is marked as such. It counts as given on the day the document arrived, also if it is entered later.
                One that was entered for the wrong ministry is taken back with sandbox consult recall-reply.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry that replied.") var ministry: String
        @Option(help: "The opinion.") var opinion: Opinion?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @Option(
            parsing: .unconditionalSingleValue, help: .prose("A condition of the agreement; several times for several.")
        )
        var condition: [Prose] = []
        @Option(
            parsing: .unconditional,
            help: .prose("Why the reply that was entered before is put right; this one takes its place."))
        var correction: Prose?
        @OptionGroup(title: "The document") var document: DocumentOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회신을 기록하지 않았습니다", "no reply was recorded") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let opinion = try global.asked(opinion, .opinion, Wording("의견", "Opinion"))
            let conditions =
                opinion == .agreeWithConditions
                ? try global.asked(condition, .condition, each: Wording("조건", "Condition"))
                : try condition.map { try $0.text(.condition) }
            let document = try document.read(global)
            let correction = try correction?.text(.correction)
            let replied = try await global.reasoned(reason) { reason in
                var act = RecordReply(
                    reference, ministry: ministry, opinion: opinion, reason: reason,
                    conditions: conditions, document: document)
                act.correction = correction
                return try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            }
            let openTasks = await global.openTasks(replied.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(replied: replied, opinion, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}

/// An official document that came in, as options.
struct DocumentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The number that the sender gave it.", valueName: "number")) var documentNo: String?
    @Option(help: ArgumentHelp("The day it arrived (default: today).", valueName: "date")) var arrivedOn: String?
    @Option(help: ArgumentHelp("The document itself.", valueName: "file")) var file: String?

    /// The document, its file read.
    func read(_ global: GlobalOptions) throws -> OfficialDocument {
        guard let documentNo else { throw Refusal.consultation(.documentRequired) }
        return OfficialDocument(
            number: documentNo, arrivedOn: try arrivedOn.map { try CivilDate(option: .arrivedOn, $0) },
            file: try file.map { try PaperFile("official", path: $0) })
    }
}
