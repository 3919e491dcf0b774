import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CommitteeVote: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "vote",
        abstract: "Record how members voted on a case (표결).",
        discussion: """
              sandbox committee vote DE-2026-0001 --in-favour 장관 민간위원1 --against 보건복지부
              sandbox committee vote DE-2026-0001 --against 보건복지부 --rest in-favour

            A vote is for or against the proposal, and it stands. Whoever abstains is present; whoever is not named is
            not, unless --rest says how the rest voted. Recused members have no vote.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Members in favour.", valueName: "name")) var inFavour:
        [String] = []
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Members against.", valueName: "name")) var against: [String] =
        []
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Members who abstain.", valueName: "name")) var abstained:
        [String] = []
    @Option(help: "How everybody else voted who takes part and has not voted yet.") var rest: Vote?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("표결을 기록하지 않았습니다", "no vote was recorded") }

    func run(_ tracker: Tracker) async throws {
        let votes =
            inFavour.map { (member: $0, vote: Vote.inFavour) } + against.map { (member: $0, vote: .against) }
            + abstained.map { (member: $0, vote: .abstained) }
        let act = try CastVotes(try CaseReference.one(reference), votes, rest: rest)
        let counted = try await tracker.perform(act, dryRun: writing.dryRun)
        let (name, tally) = (counted.reference.description, counted.tally)
        try global.confirm(
            Confirmation(
                name: name,
                said: Wording("\(name): \(tally.wording.ko)", "\(name): \(tally.wording.en)"),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(name)),
                    .init("session", "회차", "Session", .text(counted.session.description)),
                    .init("composed", "구성", "Composed", .integer(tally.composed)),
                    .init("recused", "제척 등", "Recused", .integer(tally.recused)),
                    .init("present", "출석", "Present", .integer(tally.present)),
                    .init("in_favour", "찬성", "In favour", .integer(tally.inFavour)),
                    .init("against", "반대", "Against", .integer(tally.against)),
                    .init("abstained", "기권", "Abstained", .integer(tally.abstained)),
                    .init("is_quorate", "의사정족수", "Quorum", .boolean(tally.isQuorate)),
                    .init("is_carried", "가결", "Carried", .boolean(tally.isCarried)),
                ]), dryRun: writing.dryRun)
    }
}

extension Tally {
    /// The count in one line.
    var wording: Wording {
        let result =
            !isQuorate
            ? Wording("의사정족수 미달", "no quorum")
            : isCarried ? Wording("가결", "carried") : Wording("부결", "not carried")
        return Wording(
            "구성 \(composed)명, 출석 \(present)명: 찬성 \(inFavour), 반대 \(against), 기권 \(abstained) – \(result.ko)",
            "\(present) of \(composed) present: \(inFavour) in favour, \(against) against, \(abstained) abstained – "
                + result.en)
    }
}
