import ArgumentParser
import SandboxCore
import SandboxDomain
package import SandboxPresentation

struct SimulateCommand: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "What would move: with another holiday, or with a ministry that answers later. Nothing is kept.",
        discussion: """
              sandbox simulate --holiday 2026-10-02=임시공휴일
              sandbox simulate --ministry 개인정보보호위원회 --slower 14 --format json

            A reply is expected as many days after the notice as the ministry took in the middle of all it answered; the
            tabling of a case on the day its last reply is. --slower adds to that.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var which: CalendarOptions
    @Option(help: ArgumentHelp("A holiday to enter; may be given several times.", valueName: "date[=name]"))
    var holiday: [String] = []
    @Option(help: ArgumentHelp("A day whose holidays are withdrawn; may be given several times.", valueName: "date"))
    var withdraw: [String] = []
    @Option(help: ArgumentHelp("The ministry that answers later.", valueName: "name")) var ministry: String?
    @Option(help: ArgumentHelp("So many days later.", valueName: "days")) var slower: Int?

    func run(_ tracker: Tracker) async throws {
        var simulation = Simulate()
        if !holiday.isEmpty || !withdraw.isEmpty {
            var change = CalendarChange()
            change.calendar = which.code
            change.added = try holiday.map { try Holiday(option: .holiday, $0) }
            change.withdrawn = try withdraw.map { try CivilDate(option: .withdraw, $0) }
            simulation.change = change
        }
        switch (ministry, slower) {
        case (let ministry?, let slower?):
            simulation.slower = (normalised(ministry), slower)
        case (nil, nil): if simulation.change == nil { throw BadInput(.missingName(.holiday)) }
        case (nil, _): throw BadInput(.missingName(.ministry))
        case (_, nil): throw BadInput(.missingName(.slower))
        }
        let outcome = try await tracker.perform(simulation, dryRun: true)
        try global.print(Detail(outcome, global.language))
    }

    fileprivate static let followed = Listing<Simulate.Followed>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("clock", "기한", "Clock", for: .machines) { .integer($0.clock) },
        Column("rule", "규정", "Rule") { .text($0.rule) },
        Column("kind", "기다리는 것", "Waits") { .code($0.kind) },
        Column("usual_days", "통상 일수", "Usual days") { .integer($0.usualDays) },
        Column("due_on", "만료일", "Due") { .date($0.dueOn) },
        Column("expected_before", "예상일", "Expected") { .date($0.before) },
        Column("expected_after", "늦어질 예상일", "Expected then") { .date($0.after) },
        Column("slip", "밀리는 일수", "Slips by") { .integer($0.slip) },
        Column("late_before", "지금도 늦음", "Late anyway", for: .machines) { .boolean($0.isLateBefore) },
        Column("late_after", "늦게 됨", "Late then") { .boolean($0.isLateAfter) },
    ])
}

extension Detail {
    fileprivate init(_ outcome: Simulate.Outcome, _ language: Language) {
        self.init(
            Wording("가정한 결과(아무것도 남기지 않음)", "What would be (nothing is kept)")[language],
            [
                .field("moved_count", Wording("바뀌는 기한", "Periods that move"), .integer(outcome.moved.count)),
                .field("overdue_before", Wording("지금 경과", "Overdue now"), .integer(outcome.overdueBefore)),
                .field("overdue_after", Wording("그때 경과", "Overdue then"), .integer(outcome.overdueAfter)),
                .field(
                    "become_late", Wording("새로 늦게 되는 것", "Become late"),
                    .integer(outcome.followed.count { $0.becomesLate })),
                .rows("moved", Wording("바뀌는 기한", "Periods that move"), CalendarPreview.listing, outcome.moved),
                .rows(
                    "followed", Wording("늦은 회신의 영향", "What the slower replies do"), SimulateCommand.followed,
                    outcome.followed),
            ])
    }
}

extension Simulate.Followed.Kind: Worded {
    package var wording: Wording {
        switch self {
        case .reply: Wording("회신", "reply")
        case .tabling: Wording("상정", "tabling")
        }
    }
}
