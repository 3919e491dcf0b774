import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CaseReceive: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take up filed cases (접수). The statutory periods can run from here.",
        discussion: """
              sandbox case receive DE-2026-0001 --as desk
              sandbox case list --stage filed | cut -f1 | tail -n +2 | sandbox case receive -

            All are received, or none.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .references) var references: [String]
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("접수하지 않았습니다", "nothing was received") }

    func run(_ tracker: Tracker) async throws {
        let acts = try CaseReference.all(references).map { (name: $0.description, act: ReceiveCase($0)) }
        let moved = try await tracker.perform(Several(acts), dryRun: writing.dryRun)
        try await global.confirm(moved, tracker, writing) {
            Wording("\($0): 접수했습니다.", "\($0) was received.")
        }
    }
}

struct CaseReturn: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Hand a filed case back (반려): it does not qualify, or papers are missing for good.",
        discussion: """
              sandbox case return DE-2026-0001 --reason '실증계획서의 범위가 정해지지 않았습니다.'
              sandbox case return DE-2026-0001 --reason @reason.txt

            This is final: the company may file a new proposal.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("반려하지 않았습니다", "the case was not returned") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let reason = try global.asked(reason, .reason, Wording("반려 사유", "Reason for the return"))
        let moved = try await tracker.perform(ReturnCase(reference, reason: reason), dryRun: writing.dryRun)
        try await global.confirm([moved], tracker, writing) {
            Wording("\($0): 반려했습니다.", "\($0) was returned to the company.")
        }
    }
}

struct CaseWithdraw: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a proposal back before its decision (철회).",
        discussion: """
              sandbox case withdraw DRAFT-17 --reason '사업 계획이 바뀌었습니다.'
              sandbox case withdraw DE-2026-0001 --reason @reason.txt --as kim

            This is final: the company may file a new proposal.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("철회하지 않았습니다", "the case was not withdrawn") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let reason = try global.asked(reason, .reason, Wording("철회 사유", "Reason for the withdrawal"))
        let moved = try await tracker.perform(WithdrawCase(reference, reason: reason), dryRun: writing.dryRun)
        try await global.confirm([moved], tracker, writing) {
            Wording("\($0): 철회했습니다.", "\($0) was withdrawn.")
        }
    }
}
