import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Detach: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "detach",
            abstract: "Take papers out of a draft.",
            discussion: """
                  sandbox case detach DRAFT-17 2
                  sandbox case papers DRAFT-17
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: "The files' numbers, as sandbox case papers lists them.") var number: [Int]
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("서류를 빼지 않았습니다", "nothing was detached") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            try await tracker.perform(DetachPapers(reference, numbers: number), dryRun: writing.dryRun)
            let confirmations = number.map { Confirmation(detached: $0, from: reference) }
            try global.confirm(confirmations, dryRun: writing.dryRun)
        }
    }
}
