import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the meetings of the committees, the latest first.",
            discussion: """
                  sandbox committee list --upcoming
                  sandbox committee list --committee main --format csv

                Companies and ministries see the meetings their cases are or \
                were tabled at. “Too late for” counts the cases
                that can be tabled at this meeting at the earliest, and whose period for tabling ends before it.
                """
        )
        @Option(help: "Only this committee's.") var committee: String?
        @Flag(help: "Only those that are not over yet.") var upcoming = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: .listedRegime) var regime: String?

        func run(_ tracker: Tracker) async throws {
            var list = MeetingList()
            (list.committee, list.upcomingOnly) = (committee, upcoming)
            list.regime = regime.map { RegimeCode($0) }
            try await global.print(list, .meetings(global.language), tracker)
        }
    }
}
