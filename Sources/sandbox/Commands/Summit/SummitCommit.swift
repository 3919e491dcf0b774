import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct SummitCommit: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Enter what somebody promised at a summit (이행 약속).",
        discussion: """
              sandbox summit commit 2 --kind api-opening --owner 네이버 --text '초거대 모델 API를 중소기업에 개방' --due 2027-06-30
              sandbox summit commit 2 --kind compute --owner 과학기술정보통신부 --text '컴퓨팅 자원 지원' --due '2027 상반기'

            The owner says what became of it (fulfil, progress, withdraw), if the register knows it by that name.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .summit) var number: String
    @Option(help: "What kind of thing.") var kind: CommitmentKind
    @Option(help: "Who promised it.") var owner: String
    @Option(parsing: .unconditional, help: .prose("What was promised.")) var text: Prose
    @Option(help: ArgumentHelp("By when, as it was said.", valueName: "words")) var due: String?
    @Option(help: .topic) var topic: String?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    var notDone: Wording { Wording("약속을 등록하지 않았습니다", "the commitment was not entered") }

    func run(_ tracker: Tracker) async throws {
        var promise = SummitPromise(kind, by: try .label(.owner, owner), try text.text(.text))
        promise.due = try due.map { try SaidDate(option: .due, $0) }
        promise.topic = try topic.map { try Int(summit: $0, .topic) }
        promise.source = try source?.text(.source)
        let reference = try await tracker.perform(Commit(try Int(summit: number), promise), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: reference.description,
                said: Wording(
                    "\(reference): \(promise.owner)의 약속을 등록했습니다.",
                    "\(reference): a commitment of \(promise.owner) was entered."),
                fields: [
                    .init("commitment", "약속", "Commitment", .text(reference.description)),
                    .init("kind", "구분", "Kind", .code(kind)), .init("owner", "기관", "Owner", .text(promise.owner)),
                    .init("text", "내용", "Text", .text(promise.text)),
                    .init("due", "기한", "Due", .text(promise.due?.text)),
                    .init("due_on", "기한일", "Due on", .date(promise.due?.last)),
                ]), dryRun: writing.dryRun)
    }
}

struct EvidenceOptions: ParsableArguments {
    @Argument(help: .commitment) var commitment: String
    @Option(help: ArgumentHelp("The day it happened (default: today).", valueName: "date")) var on: String?
    @Option(parsing: .unconditional, help: .source) var source: Prose?

    /// Says what became of the commitment.
    func give(
        _ kind: EvidenceKind, _ text: String, _ global: GlobalOptions, _ writing: WritingOptions, _ tracker: Tracker
    ) async throws {
        let reference: CommitmentReference
        do { reference = try CommitmentReference(commitment) } catch { throw BadInput(error, field: .commitment) }
        var act = GiveEvidence(reference, kind, text)
        act.happenedOn = try on.map { try CivilDate(option: .on, $0) }
        act.source = try source?.text(.source)
        let now = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: reference.description,
                said: Wording(
                    "\(reference) \(kind.wording.ko): 기록했습니다(상태: \(now.state.wording.ko)).",
                    "\(reference): “\(kind.wording.en)” was recorded (state: \(now.state.wording.en))."),
                fields: [
                    .init("commitment", "약속", "Commitment", .text(reference.description)),
                    .init("kind", "구분", "Kind", .code(kind)), .init("state", "상태", "State", .code(now.state)),
                    .init("settled_on", "종결일", "Settled on", .date(now.settledOn)),
                    .init("evidence", "실적 수", "Evidence", .integer(now.evidence)),
                ]), dryRun: writing.dryRun)
    }
}

/// A command that says what became of a commitment.
protocol EvidenceCommand: TrackerCommand {
    var writing: WritingOptions { get }
    var options: EvidenceOptions { get }
    static var kind: EvidenceKind { get }
    /// What happened, or why.
    func said() throws -> String
}

extension EvidenceCommand {
    var notDone: Wording { Wording("약속에 기록하지 않았습니다", "nothing was recorded of the commitment") }

    func run(_ tracker: Tracker) async throws {
        try await options.give(Self.kind, try said(), global, writing, tracker)
    }
}

struct SummitFulfil: EvidenceCommand {
    static let configuration = CommandConfiguration(
        commandName: "fulfil",
        abstract: "Say that a commitment is fulfilled, with the evidence: whoever made it, or the desk.",
        discussion: """
              sandbox summit fulfil 2/1 --evidence 'API를 2027-05-02부터 공개, 신청 안내 게시' --on 2027-05-02
              sandbox summit fulfil 2/1 --evidence @notice.txt --dry-run
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: EvidenceOptions
    @Option(parsing: .unconditional, help: .prose("What shows it.")) var evidence: Prose

    static let kind = EvidenceKind.fulfilled

    func said() throws -> String { try evidence.text(.evidence) }
}

struct SummitProgress: EvidenceCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Say what has been done for a commitment so far.",
        discussion: """
              sandbox summit progress 2/1 --evidence '시범 사업자 20곳 모집'
              sandbox summit progress 2/1 --evidence @report.txt --on 2027-04-01
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: EvidenceOptions
    @Option(parsing: .unconditional, help: .prose("What was done.")) var evidence: Prose

    static let kind = EvidenceKind.progress

    func said() throws -> String { try evidence.text(.evidence) }
}

struct SummitWithdraw: EvidenceCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a commitment back, with the reason.",
        discussion: """
              sandbox summit withdraw 2/1 --reason '서비스 종료'
              sandbox summit withdraw 2/1 --reason '서비스 종료' --on 2027-04-01
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: EvidenceOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

    static let kind = EvidenceKind.withdrawn

    func said() throws -> String { try reason.text(.reason) }
}

struct SummitReopen: EvidenceCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Say that a commitment is not settled after all.",
        discussion: """
              sandbox summit reopen 2/1 --reason '일부 기업만 이용할 수 있음'
              sandbox summit reopen 2/1 --reason '공개가 중단됨' --on 2027-09-01
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: EvidenceOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

    static let kind = EvidenceKind.reopened

    func said() throws -> String { try reason.text(.reason) }
}
