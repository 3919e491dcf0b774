import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a case with everything you may see of it.",
            discussion: """
                  sandbox case view DE-2026-0001
                  sandbox case view DRAFT-17 --yaml > draft.yaml
                """
        )
        @Argument(help: .reference) var reference: String
        @Flag(help: "Print the proposal as YAML, to be edited and given to sandbox case edit.") var yaml = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let detail = try await tracker.answer(CaseView(reference))
            if yaml { return Console.current.writeOut(Array(detail.document.yaml.utf8)) }
            try global.print(Detail(detail), try await global.dated(tracker))
        }
    }
}
