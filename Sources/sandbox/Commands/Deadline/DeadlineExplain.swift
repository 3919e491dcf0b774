import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Explain: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "explain",
            abstract: "Count a period day by day: what counts, what does not and why, with the article.",
            discussion: """
                  sandbox deadline explain DE-2026-0001/2
                  sandbox deadline explain DE-2026-0001 --known-on 2026-04-29 --format json

                Without a number every period of the case is explained. --fold \
                joins days of one kind that follow each other.
                """
        )
        @Argument(help: ArgumentHelp("The period, e.g. DE-2026-0001/2, or a case.", valueName: "ref")) var reference:
            String
        @Option(
            help: ArgumentHelp("On the calendar as it was known on this day.", valueName: "date"))
        var knownOn: String?
        @Flag(help: "Join days of one kind, for people.") var fold = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let knownOn = try knownOn.map { try CivilDate(option: .knownOn, $0) }
            let query: ExplainDeadlines
            let isOne = reference.contains { $0 == "/" || $0 == "／" }
            if isOne {
                let deadline = try DeadlineReference.one(reference)
                query = ExplainDeadlines(deadline.caseFile, number: deadline.number, knownOn: knownOn)
            } else {
                query = ExplainDeadlines(try CaseReference.one(reference), knownOn: knownOn)
            }
            let output = try await global.dated(tracker)
            let explained = try await tracker.answer(query)
                .map { Detail($0, fold: fold && output.format == .table) }
            guard isOne, let one = explained.first else { return try global.print(explained, output) }
            try global.print(one, output)
        }
    }
}
