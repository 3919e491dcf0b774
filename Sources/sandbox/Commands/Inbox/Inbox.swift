import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Inbox: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "inbox",
        abstract: "What waits for you, the most urgent first.",
        discussion: """
              sandbox inbox
              sandbox inbox --as desk --format json

            “Too late at” names the next meeting of the committee if the period for tabling a case ends before it.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws { try await global.print(SandboxCore.Inbox(), .inbox, tracker) }
}
