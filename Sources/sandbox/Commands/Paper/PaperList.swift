import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the official papers that were issued, the newest first.",
            discussion: """
                  sandbox paper list DE-2026-0001
                  sandbox paper list --paper certificate --format csv
                """
        )
        @Argument(help: ArgumentHelp("Of this case or meeting (default: all).", valueName: "ref")) var reference:
            String?
        @Option(help: ArgumentHelp("Only papers of this kind.", valueName: "paper")) var paper: PaperKind?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            var query = PaperList()
            query.subject = try reference.map { word in
                if word.contains("/") { return try MeetingReference.one(word).description }
                return try CaseReference.one(word).description
            }
            query.kind = paper
            try await global.print(query, .officialPapers, tracker)
        }
    }
}
