import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConditionReply: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply",
        abstract: "Give your ministry's opinion on the change of a condition (지정조건 변경 회신).",
        discussion: """
              sandbox condition reply DE-2026-0001 2 --opinion agree --as pipc
              sandbox condition reply DE-2026-0001 2 --opinion oppose --reason '안전성 자료가 부족합니다.'

            Each ministry of the case has a period for it. The desk rules when all have replied, or their periods are over.
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var retry: RetryOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(help: "The opinion.") var opinion: ChangeOpinion?
    @Option(parsing: .unconditional, help: .prose("Why; needed to oppose.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("회신하지 않았습니다", "nothing was replied") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let opinion = try global.asked(opinion, .opinion, Wording("의견", "Opinion"))
        let act = ReplyToChange(reference, number: number, opinion: opinion, reason: try reason?.text(.reason))
        let replied = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
        let (name, words) = ("\(replied.reference) #\(replied.number)", replied.opinion.wording)
        try global.confirm(
            Confirmation(
                name: replied.reference.description,
                said: Wording(
                    "\(name): \(replied.ministry) 의견을 회신했습니다: \(words.ko)",
                    "\(name): \(replied.ministry) replied: \(words.en)"),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(replied.reference.description)),
                    .init("number", "번호", "Number", .integer(replied.number)),
                    .init("ministry", "부처", "Ministry", .text(replied.ministry)),
                    .init("opinion", "의견", "Opinion", .code(replied.opinion)),
                ]), dryRun: writing.dryRun)
    }
}
