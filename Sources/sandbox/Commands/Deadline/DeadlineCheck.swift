import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Check: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "check",
            abstract: "Count every period a second time, day by day, and look for contradictions; 7 if there is one.",
            discussion: """
                  sandbox deadline check
                  sandbox deadline check --format json --as auditor

                The second count does not use the formula by which the dates are counted otherwise. It also compares what is kept of
                deadlines and grants with what their facts come to.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기한을 확인하지 못했습니다", "the deadlines were not checked") }

        func run(_ tracker: Tracker) async throws {
            let verdict = try await tracker.answer(CheckDeadlines())
            try global.print(verdict.contradictions, .contradictions, isCheck: true)
            guard let first = verdict.contradictions.first else {
                let count = verdict.deadlines
                Console.current.say(
                    Wording(
                        "기한 \(Wording.grouped(count))건을 다시 세어 모두 맞습니다",
                        "\(Wording.counted(count, "deadline was", "deadlines were")) counted again, without a contradiction"
                    ),
                    in: global.language)
                return
            }
            throw Failure.deadlinesContradict(first, count: verdict.contradictions.count)
        }
    }
}
