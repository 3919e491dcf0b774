import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract:
                "Show the consultations on a case: what was asked, and what was replied as far as you may see it.",
            discussion: """
                  sandbox consult view DE-2026-0001
                  sandbox consult view DE-2026-0001 --ministry 문화체육관광부 --round 1

                Opinions are shown to the desk at once, to the applicant and other ministries with the decision.
                """
        )
        @Argument(help: .reference) var reference: String
        @Option(help: "Only this ministry.") var ministry: String?
        @Option(help: ArgumentHelp("Only this round.", valueName: "n")) var round: Int?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            var list = ConsultationList()
            (list.ministry, list.reference) = (ministry, try CaseReference.one(reference))
            let rounds = try await tracker.answer(list).filter { round == nil || $0.round == round }
            guard !rounds.isEmpty else {
                throw NotFound(
                    .consultation,
                    [reference, ministry, round.map { "#\($0)" }].compactMap { $0 }.joined(separator: " "))
            }
            let output = try await global.dated(tracker)
            guard output.format == .table else { return try global.print(rounds, .consultations) }
            try global.print(Detail(rounds), output.unobserved)
        }
    }
}
