import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Grant {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a grant: its legal state and why, what must happen by when, and its journal.",
            discussion: """
                  sandbox grant view DE-2026-0001
                  sandbox grant view DE-2026-0001 --as-of 2028-12-01 --format json
                """
        )
        @Argument(help: ArgumentHelp("The case whose grant it is, e.g. DE-2026-0001.", valueName: "ref"))
        var reference: String
        @OptionGroup var reading: ReadingOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            var view = GrantView(try CaseReference.one(reference))
            view.asOf = reading.asOf
            let detail = try await tracker.answer(view)
            try global.print(Detail(detail, global.language), try await global.dated(tracker))
        }
    }
}
