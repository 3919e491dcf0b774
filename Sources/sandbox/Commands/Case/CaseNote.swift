import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Note: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "note",
            abstract: "Note something on a case for your colleagues (내부 메모).",
            discussion: """
                  sandbox case note DE-2026-0001 --text '보험 증권은 월요일에 온다고 함'
                  sandbox case note DE-2026-0001 --text @call.txt

                Read by the persons of your organisation, and by the auditor; by nobody else, and in no paper, export \
                or search. “case view” shows notes. They are not changed: note what has to be added.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .unconditional, help: .prose("What is noted.")) var text: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("메모를 남기지 않았습니다", "nothing was noted") }

        func run(_ tracker: Tracker) async throws {
            let act = AddNote(
                try CaseReference.one(reference), text: try global.asked(text, .text, Wording("메모", "Note")))
            let noted = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(noted: noted), dryRun: writing.dryRun)
        }
    }
}
