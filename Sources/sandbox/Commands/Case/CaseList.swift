import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the cases you may see, the latest first.",
            discussion: """
                  sandbox case list --stage received --stage consulting --waiting-on ministry
                  sandbox case list --search '가명 처리' --stage decided
                  sandbox case list --changed-since 2026-01-01 --format csv > cases.csv
                """
        )
        @Option(help: "Only this stage; may be given several times.") var stage: [Stage] = []
        @Option(help: .listedRegime) var regime: String?
        @Option(help: "Only this track; may be given several times.") var track: [String] = []
        @Option(help: "Only this company's.") var company: String?
        @Option(help: "Only those this ministry is or was concerned with.") var ministry: String?
        @Option(help: ArgumentHelp("Only those whose stage changed on this day or later.", valueName: "date"))
        var changedSince: String?
        @Option(help: "Only those that wait for this party.") var waitingOn: WaitingOn?
        @Option(help: ArgumentHelp("Only those assigned to this person.", valueName: "login")) var assignedTo: String?
        @Option(
            help: ArgumentHelp("Only those in which these words are found; see “sandbox search”.", valueName: "words"))
        var search: String?
        @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
        var limit: Int?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
            var cases = CaseList()
            cases.stages = stage
            cases.regime = regime.map { RegimeCode($0) }
            cases.tracks = try await tracker.tracks(named: track)
            cases.changedSince = try changedSince.map { try CivilDate(option: .changedSince, $0) }
            (cases.company, cases.ministry) = (company, ministry)
            (cases.waitingOn, cases.limit) = (waitingOn, limit)
            cases.assignedTo = try assignedTo.map { try RoleName(option: .assignedTo, $0) }
            cases.search = try search.map { try SearchWords(searched: $0, .search) }
            try await global.print(cases, .cases, tracker, limit: limit)
        }
    }
}
