import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CommitteeMediate: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "mediate",
        abstract: "Record that a conflict over a case is mediated (갈등 조정), and how that ended.",
        discussion: """
              sandbox committee mediate DE-2026-0001 --begin '갈등조정협의체'
              sandbox committee mediate DE-2026-0001 --end '진료 범위를 한정하기로 합의' --on 2026-12-01

            While it lasts the period for tabling stands still.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .unconditional, help: ArgumentHelp("Who begins to mediate.", valueName: "council")) var begin:
        Prose?
    @Option(parsing: .unconditional, help: .prose("It has ended: what came of it.")) var end: Prose?
    @Option(help: ArgumentHelp("The day (default: today in the authority's zone).", valueName: "date")) var on: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("갈등 조정을 기록하지 않았습니다", "no mediation was recorded") }

    func run(_ tracker: Tracker) async throws {
        let step: MediateCase.Step =
            switch (begin, end) {
            case (let council?, nil): .begin(council: try council.text(.begin, .label))
            case (nil, let outcome?): .end(outcome: try outcome.text(.end))
            case (nil, nil): throw BadInput(.missingName(.begin))
            case (_?, _?): throw BadInput(.contradiction(.field(.begin), .field(.end)))
            }
        let act = MediateCase(
            try CaseReference.one(reference), step, on: try on.map { try CivilDate(option: .on, $0) })
        let mediated = try await tracker.perform(act, dryRun: writing.dryRun)
        let (name, council) = (mediated.reference.description, mediated.council)
        try global.confirm(
            Confirmation(
                name: name,
                said: mediated.endedOn.map {
                    Wording(
                        "\(name): \(council)의 조정이 끝났습니다(\($0.text(.korean))).",
                        "\(name): the mediation by \(council) ended on \($0.text(.english)).")
                }
                    ?? Wording(
                        "\(name): \(council)의 조정을 시작했습니다(\(mediated.begunOn.text(.korean))).",
                        "\(name): the mediation by \(council) began on \(mediated.begunOn.text(.english))."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(name)),
                    .init("council", "조정 기구", "Council", .text(council)),
                    .init("begun_on", "시작일", "From", .date(mediated.begunOn)),
                    .init("ended_on", "종료일", "To", .date(mediated.endedOn)),
                ]), dryRun: writing.dryRun)
    }
}
