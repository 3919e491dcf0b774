import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the periods that run, the first to end first.",
            discussion: """
                  sandbox deadline list
                  sandbox deadline list --ministry 문화체육관광부 --within 14 --format csv

                Companies and ministries see what they owe, the others all \
                that runs; with --all everything visible, ended
                periods too. What else has a last day is listed with them: \
                supplements, conditions, orders, insurances that
                run out; not with --case, --rule or --as-of. “Too late at” names the next meeting of the \
                committee if the period for tabling ends before it.
                """
        )
        @Option(help: "Only what this ministry owes.") var ministry: String?
        @Option(name: .customLong("case"), help: ArgumentHelp("Only those of this case.", valueName: "ref"))
        var reference: String?
        @Option(help: "Only those by this rule, e.g. k4.") var rule: String?
        @Flag(help: "Only those whose last day is past.") var overdue = false
        @Option(help: ArgumentHelp("Only those that end within this many days.", valueName: "days")) var within:
            Measured<InDays>?
        @Flag(help: "Everybody's, and those that have ended.") var all = false
        @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
        var limit: Int?
        @OptionGroup var reading: ReadingOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: .listedRegime) var regime: String?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
            if let within = within?.int, within < 0 {
                throw BadInput(.notInRange("\(within)", minimum: 0, maximum: 36_600), field: .within)
            }
            var list = DeadlineList()
            list.reference = try reference.map { try CaseReference.one($0) }
            (list.organisation, list.rule, list.overdueOnly) = (ministry, rule, overdue)
            list.regime = regime.map { RegimeCode($0) }
            (list.withinDays, list.ended, list.asOf, list.limit) = (within?.int, all, reading.asOf, limit)
            list.mineOnly = !all && ministry == nil && reference == nil
            try await global.print(list, .deadlines, tracker, limit: limit)
        }
    }
}
