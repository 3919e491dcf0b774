import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct Print: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "print",
            abstract: "Write an official paper again, byte for byte as it was issued.",
            discussion: """
                  sandbox paper print 1234-5678-9012-3456 --output certificate.html
                  sandbox paper print 제2026-1호 --output - > certificate.html
                """
        )
        @Argument(help: ArgumentHelp("Its verification number, or its number.", valueName: "number")) var number: String
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("문서를 쓰지 않았습니다", "no paper was written") }

        func run(_ tracker: Tracker) async throws {
            let found = try await tracker.answer(ReadOfficialPaper(try .label(.number, number)))
            if output == "-" { return Console.current.writeOut(found.bytes) }
            try OutputFile.create(output, found.bytes)
            Console.current.print(output)
        }
    }
}
