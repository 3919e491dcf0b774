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

                No file that is there already is overwritten. A paper whose bytes are not those that were filed is not
                written (exit status 7). Of papers with one name, the second and later ones get
                their number after it.
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
            var written: Set<String> = []
            for number in number {
                let paper = try await tracker.answer(ReadPaper(reference, number: number))
                if output == "-" {
                    Console.current.writeOut(paper.content)
                    continue
                }
                let name = paper.safeName(number, besides: written)
                written.insert(name)
                let path = isFolder ? InputFile.path(name, from: output ?? ".") : output ?? name
                try OutputFile.create(path, paper.content)
                Console.current.print(path)
            }
        }
    }
}

extension PaperFile {
    /// The name under which it is saved: a file somebody sent us does not become a hidden one, nothing in its name is unseen or
    /// leads into another folder, and of two with one name the second has its number after it.
    func safeName(_ number: Int, besides names: Set<String>) -> String {
        var own = ""
        for scalar in name.unicodeScalars {
            let isHarmful = scalar.isControl || scalar.isHidden || scalar == "/" || scalar == "\\"
            own.unicodeScalars.append(isHarmful ? "_" : scalar)
        }
        if own.isEmpty || own.hasPrefix(".") { own = "_" + own.dropFirst() }
        guard names.contains(own) else { return own }
        guard let dot = own.lastIndex(of: "."), dot != own.startIndex else { return "\(own)-\(number)" }
        return "\(own[..<dot])-\(number)\(own[dot...])"
    }
}
