import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Simulate: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "simulate",
        abstract: "What would move: with another holiday, or with a ministry that answers later. Nothing is kept.",
        discussion: """
              sandbox simulate --holiday 2026-10-02=임시공휴일
              sandbox simulate --ministry 개인정보보호위원회 --slower 14 --format json

            A reply is expected as many days after the notice as the \
            ministry took in the middle of all it answered; the
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
    @Option(help: ArgumentHelp("So many days later.", valueName: "days")) var slower: Measured<InDays>?

    func run(_ tracker: Tracker) async throws {
        var simulation = SandboxCore.Simulate()
        if !holiday.isEmpty || !withdraw.isEmpty {
            var change = CalendarChange()
            change.calendar = which.code
            change.added = try holiday.map { try Holiday(option: .holiday, $0) }
            change.withdrawn = try withdraw.map { try CivilDate(option: .withdraw, $0) }
            simulation.change = change
        }
        switch (ministry, slower?.int) {
        case (let ministry?, let slower?):
            simulation.slower = (normalised(ministry), slower)
        case (nil, nil): if simulation.change == nil { throw BadInput(.missingName(.holiday)) }
        case (nil, _): throw BadInput(.missingName(.ministry))
        case (_, nil): throw BadInput(.missingName(.slower))
        }
        let outcome = try await tracker.perform(simulation, dryRun: true)
        try global.print(Detail(outcome, global.language))
    }
}
