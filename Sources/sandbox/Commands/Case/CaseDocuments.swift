import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Documents: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "documents",
            abstract: "List the official documents that came in about a case (접수 공문), or write one to a file.",
            discussion: """
                  sandbox case documents DE-2026-0001
                  sandbox case documents DE-2026-0001 --no 1 --output reply.pdf
                """
        )
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which document is written.", valueName: "n")) var no: Int?
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "path")) var output: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("저장하지 않았습니다", "nothing was saved") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            guard let no else {
                return try await global.print(ReceivedDocuments(reference), .receivedDocuments, tracker)
            }
            let paper = try await tracker.answer(ReadReceivedDocument(reference, number: no))
            if output == "-" { return Console.current.writeOut(paper.content) }
            let path = output ?? paper.name
            try OutputFile.create(path, paper.content)
            Console.current.print(path)
        }
    }
}
