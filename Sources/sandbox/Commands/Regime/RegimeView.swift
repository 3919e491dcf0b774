import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a regime: its tracks and deadline rules, a version of the past, or what changed since one.",
            discussion: """
                  sandbox regime view kr-ict
                  sandbox regime view kr-ict --since 1
                  sandbox regime view kr-ict --at-version 2 --yaml > kr-ict.yaml

                With --yaml it comes back as a file that can be changed and applied.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("The regime; sandbox regime list has them.", valueName: "code")) var regime: String
        @Option(
            name: .customLong("at-version"), help: ArgumentHelp("This version (default: the newest).", valueName: "n"))
        var version: Int?
        @Option(help: ArgumentHelp("Only what changed since this version.", valueName: "n")) var since: Int?
        @Flag(help: "Print it as a regime file.") var yaml = false

        func run(_ tracker: Tracker) async throws {
            let edition = try await tracker.answer(RegimeView(RegimeCode(regime), version: version))
            if yaml { return Console.current.writeOut(Array(edition.yaml.utf8)) }
            if let since {
                let earlier = try await tracker.answer(RegimeView(RegimeCode(regime), version: since))
                return try global.print(edition.document.differences(since: earlier.document), .differences)
            }
            try global.print(Detail(edition, global.language), try await global.dated(tracker))
        }
    }
}
