import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct DeadlineCheck: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Recount every period day by day and look for contradictions; 7 if there is one.",
        discussion: """
              sandbox deadline check
              sandbox deadline check --format json --as auditor

            The recount does not use the formula by which the dates are counted otherwise.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("기한을 확인하지 못했습니다", "the deadlines were not checked") }

    func run(_ tracker: Tracker) async throws {
        let verdict = try await tracker.answer(CheckClocks())
        try global.print(verdict.contradictions, Self.listing)
        guard let first = verdict.contradictions.first else {
            let count = Wording.grouped(verdict.clocks)
            Console.current.say(
                Wording("기한 \(count)건을 다시 세어 모두 맞습니다", "\(count) deadlines were counted again, and all agree"),
                in: global.language)
            return
        }
        throw Failure.clocksContradict(first, count: verdict.contradictions.count)
    }

    static let listing = Listing<ClockContradiction>([
        Column("reference", "기한", "Deadline", mayShrink: false) { .text($0.reference.description) },
        Column("problem", "문제", "Problem") { .code($0.problem) },
        Column("found", "기록", "Found") { .date($0.found) },
        Column("expected", "계산", "Expected") { .date($0.expected) },
    ])
}

extension Failure {
    /// Exit status 7, naming the first contradiction.
    fileprivate static func clocksContradict(_ first: ClockContradiction, count: Int) -> Failure {
        Failure(
            code: "deadlines-contradict", status: .checkFailed,
            what: Wording("기한이 맞지 않습니다", "the deadlines contradict each other"),
            why: Wording(
                "문제 \(count)건, 처음은 \(first.reference): \(first.problem.wording.ko)",
                "\(count) problem\(count == 1 ? "" : "s"), the first at \(first.reference): \(first.problem.wording.en)"
            ),
            hint: Wording(
                "sandbox deadline explain \(first.reference)로 하루씩 확인하십시오.",
                "Look at it day by day: sandbox deadline explain \(first.reference)."))
    }
}
