import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Vote: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "vote",
            abstract: "Record how members voted on a case (표결).",
            discussion: """
                  sandbox committee vote DE-2026-0001 --in-favour 장관 민간위원1 --against 보건복지부
                  sandbox committee vote DE-2026-0001 --against 보건복지부 --rest in-favour

                A vote is for or against the proposal; what was recorded wrongly is put right \
                by correct-vote. Whoever abstains is present; whoever is not named is
                absent, unless --rest says how the rest voted. Recused members have no vote.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members in favour.", valueName: "name")) var inFavour:
            [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members against.", valueName: "name")) var against:
            [String] =
                []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Members who abstain.", valueName: "name")) var abstained:
            [String] = []
        @Option(help: "How everybody else voted who takes part and has not voted yet.") var rest: SandboxDomain.Vote?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("표결을 기록하지 않았습니다", "no vote was recorded") }

        func run(_ tracker: Tracker) async throws {
            let votes =
                inFavour.map { (member: $0, vote: SandboxDomain.Vote.inFavour) }
                + against.map { (member: $0, vote: .against) }
                + abstained.map { (member: $0, vote: .abstained) }
            let act = try CastVotes(try CaseReference.one(reference), votes, rest: rest)
            let counted = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(counted), dryRun: writing.dryRun)
        }
    }
}
