import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct CorrectVote: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "correct-vote",
            abstract: "Put votes right that were recorded wrongly, before the decision (표결 정정).",
            discussion: """
                  sandbox committee correct-vote DE-2026-0001 --against 보건복지부 --reason '찬성으로 잘못 적었습니다.'
                  sandbox committee correct-vote DE-2026-0001 --absent 민간위원3 --reason @reason.txt

                The event log keeps what was recorded first. After the decision: sandbox committee correct --minutes.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members in favour.", valueName: "name")) var inFavour:
            [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members against.", valueName: "name")) var against:
            [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members who abstained.", valueName: "name"))
        var abstained: [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members who were not there.", valueName: "name"))
        var absent: [String] = []
        @Option(parsing: .unconditional, help: .prose("How the mistake came about.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("표결을 정정하지 않았습니다", "no vote was corrected") }

        func run(_ tracker: Tracker) async throws {
            let votes =
                inFavour.map { (member: $0, vote: SandboxDomain.Vote.inFavour) }
                + against.map { (member: $0, vote: .against) }
                + abstained.map { (member: $0, vote: .abstained) }
                + absent.map { (member: $0, vote: .absent) }
            let act = try CorrectVotes(
                try CaseReference.one(reference), votes,
                reason: try global.asked(reason, .reason, Wording("정정 사유", "Reason")))
            let counted = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(counted), dryRun: writing.dryRun)
        }
    }
}
