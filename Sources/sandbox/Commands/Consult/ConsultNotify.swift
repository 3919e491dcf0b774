import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConsultNotify: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Record that the letter to a ministry without an account arrived; its period runs from then.",
        discussion: """
              sandbox consult notify RC-2026-0001 --ministry 국토교통부 --on 2026-11-23 --notice '등기 제2026-118호, 수령 확인'
              sandbox consult notify RC-2026-0001 --ministry 국토교통부 --notice @receipt.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: "The ministry that was told.") var ministry: String
    @Option(help: ArgumentHelp("The day it was told (default: today).", valueName: "date")) var on: String?
    @Option(parsing: .unconditional, help: .prose("The proof.")) var notice: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("통보를 기록하지 않았습니다", "no notice was recorded") }

    func run(_ tracker: Tracker) async throws {
        let act = NotifyMinistry(
            try CaseReference.one(reference), ministry: ministry, on: try on.map { try CivilDate(option: .on, $0) },
            notice: try global.asked(notice, .notice, Wording("통보 증빙", "Proof")))
        let told = try await tracker.perform(act, dryRun: writing.dryRun)
        let due = told.dueOn?.description ?? "-"
        try global.confirm(
            Confirmation(
                name: told.reference.description,
                said: Wording(
                    "\(told.reference): \(told.ministry) \(told.round)차 통보(\(told.notifiedOn)). 회신 기한 \(due)",
                    "\(told.reference): \(told.ministry) was told of round \(told.round) on \(told.notifiedOn). Reply due \(due)."
                ),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(told.reference.description)),
                    .init("ministry", "부처", "Ministry", .text(told.ministry)),
                    .init("round", "차수", "Round", .integer(told.round)),
                    .init("notified_on", "통보일", "Told on", .date(told.notifiedOn)),
                    .init("due_on", "회신 기한", "Due", .date(told.dueOn)),
                ]), dryRun: writing.dryRun)
    }
}
