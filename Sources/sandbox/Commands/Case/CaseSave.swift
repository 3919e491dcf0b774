import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Case {
    struct Save: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "save",
            abstract: "Write attached papers to files, byte for byte.",
            discussion: """
                  sandbox case save DE-2026-0001 1 2 --output papers/
                  sandbox case save DE-2026-0001 1 --output - | sha256sum

                No file that is there already is overwritten.
                """
        )
        @Argument(help: .reference) var reference: String
        @Argument(help: "The files' numbers, as sandbox case papers lists them.") var number: [Int]
        @Option(
            help: ArgumentHelp(
                "A folder, a file for a single paper, or - for standard output (default: here).", valueName: "path"))
        var output: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("저장하지 않았습니다", "nothing was saved") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let isFolder = output.map { $0.hasSuffix("/") || OutputFile.isFolder($0) } ?? true
            if let output, !isFolder, number.count > 1 { throw BadInput(.notAFileName(output), field: .output) }
            for number in number {
                let paper = try await tracker.answer(ReadPaper(reference, number: number))
                if output == "-" {
                    Console.current.writeOut(paper.content)
                    continue
                }
                let path = isFolder ? InputFile.path(paper.safeName, from: output ?? ".") : output ?? paper.safeName
                try OutputFile.create(path, paper.content)
                Console.current.print(path)
            }
        }
    }
}

extension PaperFile {
    /// The name under which it is saved: a file somebody sent us does not become a hidden one.
    fileprivate var safeName: String { name.hasPrefix(".") ? "_" + name.dropFirst() : name }
}
