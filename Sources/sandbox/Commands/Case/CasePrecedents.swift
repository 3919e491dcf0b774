import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Precedents: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "precedents",
            abstract: "Earlier grants like a case, best first, with the conditions they carry (동일·유사 과제).",
            discussion: """
                  sandbox case precedents DE-2026-0001
                  sandbox case precedents DE-2026-0001 --propose-fast-track DE-P0007 \\
                      --reason '같은 법령, 같은 기능의 통화 분석 서비스'

                Compared are the laws, their articles, and what the services are \
                about. The fast track is proposed by the desk, from
                a grant of the same track that concerned every law of this \
                case; the fast-track committee then may decide.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("The grant the case is the same as or similar to.", valueName: "ref"))
        var proposeFastTrack: String?
        @Option(parsing: .unconditional, help: .prose("What makes the two the same or similar.")) var reason: Prose?
        @Option(help: ArgumentHelp("At most n rows.", valueName: "n")) var limit = 10
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording {
            proposeFastTrack == nil
                ? Wording("보여 드리지 못했습니다", "nothing was shown") : Wording("지정하지 않았습니다", "no fast track was proposed")
        }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            guard let word = proposeFastTrack else {
                guard limit > 0 else {
                    throw BadInput(.notInRange("\(limit)", minimum: 1, maximum: .max), field: .limit)
                }
                var query = SandboxCore.Precedents(reference)
                query.limit = limit
                return try await global.print(query, .precedents, tracker)
            }
            let reason = try global.asked(reason, .reason, Wording("동일·유사 사유", "What makes them alike"))
            let act = ProposeFastTrack(reference, precedent: try CaseReference.one(word), reason: reason)
            let proposed = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(proposed), dryRun: writing.dryRun)
        }
    }
}
