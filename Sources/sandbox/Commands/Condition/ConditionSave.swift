import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Condition {
    struct Save: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "save",
            abstract: "Write a document filed as evidence to a file, byte for byte.",
            discussion: """
                  sandbox condition save DE-2026-0001 1 --evidence 1 --output policy.pdf
                  sandbox condition save DE-2026-0001 1 --evidence 1 --output - | sha256sum

                No file that is there already is overwritten. A document whose bytes are not those that were filed is not
                written (exit status 7).
                """
        )
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(help: ArgumentHelp("The evidence's number, as sandbox condition view has it.", valueName: "no"))
        var evidence: Int
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("저장하지 않았습니다", "nothing was saved") }

        func run(_ tracker: Tracker) async throws {
            let paper = try await tracker.answer(
                ReadEvidence(try CaseReference.one(reference), number: number, evidence: evidence))
            if output == "-" { return Console.current.writeOut(paper.content) }
            try OutputFile.create(output, paper.content)
            Console.current.print(output)
        }
    }
}
