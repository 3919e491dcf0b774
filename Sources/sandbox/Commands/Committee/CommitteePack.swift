import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Pack: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "pack",
            abstract:
                "Write the agenda with its cases, opinions, conditions and precedents as one printable HTML file.",
            discussion: """
                  sandbox committee pack main/43 --output agenda.html
                  sandbox committee pack main/43 --output - --lang en > agenda.html

                The file needs nothing else, neither network nor script. No file that is there already is overwritten.
                """
        )
        @Argument(help: .meeting) var meeting: String
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("안건 자료를 쓰지 않았습니다", "no agenda was written") }

        func run(_ tracker: Tracker) async throws {
            let document = try await tracker.answer(AgendaPack(try MeetingReference.one(meeting)))
            try await global.write(Page(document), to: output, tracker)
        }
    }
}
