import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConditionChanging: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Ask to have a condition changed (지정조건 변경 신청).",
        discussion: """
              sandbox condition change DE-2026-0001 2 --text '동물병원 100곳에서 실증한다.' \\
                  --reason '4곳의 실증에서 사고가 없었습니다.' --as company
              sandbox condition change DE-2026-0001 2 --text @text.txt --reason @reason.txt --due 'every 3 months'

            For the company and the consulted ministries. What is not named stays. The desk accepts or refuses it; what stood
            before is kept.
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var retry: RetryOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(parsing: .unconditional, help: .prose("The condition in its new words.")) var text: Prose?
    @Option(parsing: .unconditional, help: .prose("What it is for.")) var purpose: Prose?
    @Option(parsing: .unconditional, help: .prose("By what one sees that it is met.")) var evidence: Prose?
    @Option(help: ArgumentHelp("When it is due.", valueName: "rule")) var due: String?
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("변경을 신청하지 않았습니다", "no change was asked for") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let text = try global.asked(text, .text, Wording("새 조건", "The new words"))
        let reason = try global.asked(reason, .reason, Wording("변경 사유", "Reason"))
        let act = ChangeCondition(
            reference, number: number, text: text, purpose: try purpose?.text(.purpose),
            evidence: try evidence?.text(.evidence), due: try due.map { try DueRule(option: .due, $0) },
            reason: reason)
        let changed = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(changed, Wording("변경을 신청했습니다.", "a change was asked for.")), dryRun: writing.dryRun)
    }
}

struct ConditionAccept: ConditionRuling {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept the change of a condition that was asked for.",
        discussion: """
              sandbox condition accept DE-2026-0001 2
              sandbox condition accept DE-2026-0001 2 --reason '제44차 심의위원회 보고'
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("조건을 변경하지 않았습니다", "no condition was changed") }

    func act(_ reference: CaseReference, _ reason: String?) -> RuleOnChange {
        RuleOnChange(reference, number: number, accept: true, reason: reason)
    }

    func confirmation(_ ruled: ChangedCondition) -> Confirmation {
        Confirmation(ruled, Wording("조건을 변경했습니다.", "the condition was changed."))
    }
}

struct ConditionRefuse: ConditionRuling {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse the change of a condition that was asked for.",
        discussion: """
              sandbox condition refuse DE-2026-0001 2 --reason '안전성 자료가 부족합니다.'
              sandbox condition refuse DE-2026-0001 2 --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(parsing: .unconditional, help: .prose("Why; whoever asked is told.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("변경 신청을 처리하지 않았습니다", "nothing was refused") }

    var reasonNeeded: Wording? { Wording("불수용 사유", "Reason") }

    func act(_ reference: CaseReference, _ reason: String?) -> RuleOnChange {
        RuleOnChange(reference, number: number, accept: false, reason: reason)
    }

    func confirmation(_ ruled: ChangedCondition) -> Confirmation {
        Confirmation(ruled, Wording("변경 신청을 받아들이지 않았습니다.", "the change was refused."))
    }
}

extension Confirmation {
    fileprivate init(_ changed: ChangedCondition, _ said: Wording) {
        let name = "\(changed.reference) #\(changed.number)"
        self.init(
            name: changed.reference.description,
            said: Wording("\(name): \(said.ko)", "\(name): \(said.en)"),
            fields: [
                .init("reference", "과제번호", "Reference", .text(changed.reference.description)),
                .init("number", "번호", "Number", .integer(changed.number)),
                .init("text", "조건", "Condition", .text(changed.text)),
                .init("is_accepted", "수용", "Accepted", .boolean(changed.isAccepted)),
            ])
    }
}
