import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Attach: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "attach",
            abstract: "Attach papers to a draft, or to a case whose supplement is open.",
            discussion: """
                  sandbox case attach DRAFT-17 plan.pdf --paper demonstration-plan
                  sandbox case attach DRAFT-17 a.pdf b.pdf --paper other

                At most 20 MiB each. All are attached, or none. sandbox case papers lists what is needed.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: "The files.") var file: [String]
        @Option(help: ArgumentHelp("Which of the track's papers they are, e.g. business-plan.", valueName: "code"))
        var paper: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("첨부하지 않았습니다", "nothing was attached") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let files = try file.map { try PaperFile(paper.lowercased(), path: $0) }
            let numbers = try await tracker.perform(AttachPapers(reference, files), dryRun: writing.dryRun)
            let confirmations = zip(numbers, files).map { Confirmation(attached: $1, number: $0, to: reference) }
            try global.confirm(confirmations, dryRun: writing.dryRun)
        }
    }
}
