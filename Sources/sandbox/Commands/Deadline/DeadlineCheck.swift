import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Check: TrackerCommand {
        static let configuration = CommandConfiguration(
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
            try global.print(verdict.contradictions, .contradictions)
            guard let first = verdict.contradictions.first else {
                let count = Wording.grouped(verdict.clocks)
                Console.current.say(
                    Wording("기한 \(count)건을 다시 세어 모두 맞습니다", "\(count) deadlines were counted again, and all agree"),
                    in: global.language)
                return
            }
            throw Failure.clocksContradict(first, count: verdict.contradictions.count)
        }
    }
}
