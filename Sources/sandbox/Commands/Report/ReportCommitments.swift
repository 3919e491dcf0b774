import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Commitments: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "commitments",
            abstract: "Show what was promised at summits, and what became of it.",
            discussion: """
                  sandbox report commitments
                  sandbox report commitments --by owner --as-of 2027-06-30 --format html --output commitments.html

                Kept and withdrawn follow from the evidence of what had happened by that day; overdue is what is not settled and
                whose day has passed.
                """
        )

        @OptionGroup var file: FileOptions
        @Option(help: "Each commitment, or counted by owner, summit or kind.") var by: CommitmentsSheet.Grouping =
            .commitment
        @Option(help: .summit) var summit: String?

        func source(_ tracker: Tracker) async throws -> CommitmentsSheet {
            CommitmentsSheet(by: by, summit: try summit.map { try Int(summit: $0, .summit) }, asOf: asOf)
        }
    }
}
