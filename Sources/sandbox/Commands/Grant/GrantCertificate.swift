import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Grant {
    struct Certificate: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "certificate",
            abstract: "Write the certificate of a grant (허가증·지정서), to print.",
            discussion: """
                  sandbox grant certificate DE-2026-0001 --output certificate.html
                  sandbox grant certificate DE-2026-0001 --output - --lang en > certificate.html

                It shows number and day, company and representative, address, the service and what it does, and the
                current validity and conditions.
                """
        )
        @Argument(help: ArgumentHelp("The case whose grant it is, e.g. DE-2026-0001.", valueName: "ref"))
        var reference: String
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("증서를 쓰지 않았습니다", "no certificate was written") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let letter = try await tracker.answer(DecisionLetter(reference))
            guard let grant = letter.grant else { throw NotFound(.grant, reference.description) }
            try await global.write(Page(grant, of: letter), to: output, tracker)
        }
    }
}
