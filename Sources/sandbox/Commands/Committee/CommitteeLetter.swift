import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Letter: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "letter",
            abstract: "Write the letter that tells the company what was decided (의결 결과 통지), to print.",
            discussion: """
                  sandbox committee letter DE-2026-0001 --output letter.html
                  sandbox committee letter DE-2026-0001 --output - --lang en > letter.html

                It names the case, the outcome, the reason, and the conditions \
                with what shows that they are met; of a grant also
                the number of its certificate and its validity, and after a \
                rejection until when re-deliberation may be asked for.
                """
        )
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("통지서를 쓰지 않았습니다", "no letter was written") }

        func run(_ tracker: Tracker) async throws {
            let letter = try await tracker.answer(DecisionLetter(try CaseReference.one(reference)))
            try await global.write(Page(letter), to: output, tracker)
        }
    }
}
