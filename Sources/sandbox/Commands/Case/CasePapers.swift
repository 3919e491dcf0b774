import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Papers: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "papers",
            abstract: "List the papers a case needs and has, with their digests.",
            discussion: """
                  sandbox case papers DRAFT-17
                  sandbox case papers DE-2026-0001 --format json
                """
        )
        @Argument(help: .reference) var reference: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            try await global.print(CasePapers(try CaseReference.one(reference)), .papers(global.language), tracker)
        }
    }
}
