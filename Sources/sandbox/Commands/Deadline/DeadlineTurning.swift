import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension ArgumentHelp {
    /// What a clock is called.
    fileprivate static let clock = ArgumentHelp("The period, e.g. DE-2026-0001/2.", valueName: "ref")
}

struct DeadlineExtend: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Extend a period you owe, as often and as long as its rule allows.",
        discussion: """
              sandbox deadline extend DE-2026-0001/1 --reason '위원회 일정' --as desk
              sandbox deadline extend DE-2026-0001/5 --by 20 --reason @reason.txt --as mcst
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .clock) var reference: String
    @Option(help: ArgumentHelp("How much, in the unit of the rule (default: all it allows).", valueName: "n")) var by:
        Int?
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("연장하지 않았습니다", "nothing was extended") }

    func run(_ tracker: Tracker) async throws {
        let clock = try ClockReference.one(reference)
        let reason = try global.asked(reason, .reason, Wording("사유", "Reason"))
        let turned = try await tracker.perform(ExtendClock(clock, by: by, reason: reason), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(turned, ko: "기한을 연장했습니다", en: "was extended"), dryRun: writing.dryRun)
    }
}

struct DeadlineStop: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop a period for a cause its rule names; supplements stop periods by themselves.",
        discussion: """
              sandbox deadline stop DE-2026-0001/1 --cause mediation --from 2026-11-20 --paper '규제합리화위원회 의견 요청 제12호'
              sandbox deadline resume DE-2026-0001/1 --on 2026-12-04

            The days after --from are not counted, up to and including the day it is resumed.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .clock) var reference: String
    @Option(help: "Why.") var cause: StopCause?
    @Option(help: ArgumentHelp("The day it begins (default: today).", valueName: "date")) var from: CivilDate?
    @Option(parsing: .unconditional, help: .prose("The paper it rests on.")) var paper: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("기한을 멈추지 않았습니다", "nothing was stopped") }

    func run(_ tracker: Tracker) async throws {
        let clock = try ClockReference.one(reference)
        let cause = try global.asked(cause, .cause, Wording("정지 사유", "Cause"))
        let paper = try global.asked(paper, .paper, Wording("근거 문서", "Paper"))
        let turned = try await tracker.perform(
            StopClock(clock, for: cause, from: from, paper: paper), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(turned, ko: "기한을 멈췄습니다", en: "was stopped"), dryRun: writing.dryRun)
    }
}

struct DeadlineResume: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "End the stop of a period.",
        discussion: """
              sandbox deadline resume DE-2026-0001/1 --on 2026-12-04
              sandbox deadline resume DE-2026-0001/1 --dry-run

            A stop by a supplement ends with its answer.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .clock) var reference: String
    @Option(help: ArgumentHelp("The last day that is not counted (default: today).", valueName: "date"))
    var on: CivilDate?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("다시 시작하지 않았습니다", "nothing was resumed") }

    func run(_ tracker: Tracker) async throws {
        let clock = try ClockReference.one(reference)
        let turned = try await tracker.perform(ResumeClock(clock, on: on), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(turned, ko: "기한이 다시 흐릅니다", en: "runs again"), dryRun: writing.dryRun)
    }
}

struct DeadlineUndo: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Undo a stop that should not have been; the stop itself stays in the log.",
        discussion: """
              sandbox deadline undo DE-2026-0001/1 1 --reason '의견 요청이 철회되었습니다.'
              sandbox deadline explain DE-2026-0001/1

            Which number a stop has, sandbox deadline explain says.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .clock) var reference: String
    @Argument(help: ArgumentHelp("The stop's number.", valueName: "stop")) var stop: Int
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("정지를 취소하지 않았습니다", "nothing was undone") }

    func run(_ tracker: Tracker) async throws {
        let clock = try ClockReference.one(reference)
        let reason = try global.asked(reason, .reason, Wording("사유", "Reason"))
        let turned = try await tracker.perform(UndoStop(clock, stop: stop, reason: reason), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(turned, ko: "정지를 취소했습니다", en: "has a stop less"), dryRun: writing.dryRun)
    }
}

extension Confirmation {
    /// A clock after an act, and how its end has moved.
    fileprivate init(_ turned: TurnedClock, ko: String, en: String) {
        func day(_ date: CivilDate?) -> String { date?.description ?? "-" }
        self.init(
            name: turned.reference.description,
            said: Wording(
                "\(turned.reference) (\(turned.korean)): \(ko). 만료일 \(day(turned.dueBefore)) → \(day(turned.dueOn))",
                "\(turned.reference) (\(turned.english)) \(en). Due \(day(turned.dueBefore)) → \(day(turned.dueOn))"),
            fields: [
                .init("reference", "기한", "Deadline", .text(turned.reference.description)),
                .init("rule", "규칙", "Rule", .text(turned.rule)),
                .init("due_before", "이전 만료일", "Due before", .date(turned.dueBefore)),
                .init("due_on", "만료일", "Due", .date(turned.dueOn)),
                .init("days_left", "남은 날", "Days left", .integer(turned.daysLeft)),
                .init("state", "상태", "State", .code(turned.state)),
            ])
    }
}
