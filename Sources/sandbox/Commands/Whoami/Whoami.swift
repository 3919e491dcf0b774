import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Whoami: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "whoami",
        abstract: "Who you are here, and for whom you act.",
        discussion: """
              sandbox whoami
              sandbox whoami --as kim --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let detail = Detail(try await tracker.answer(WhoAmI()), chosenBy: try global.personChoice())
        try global.print(detail, try await global.dated(tracker))
    }
}
