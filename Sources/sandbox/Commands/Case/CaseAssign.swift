import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Assign: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "assign",
            abstract: "Make cases the work of a person of your organisation (담당자 지정).",
            discussion: """
                  sandbox case assign DE-2026-0001
                  sandbox case assign DE-2026-0001 DE-2026-0002 --to lee --reason '업무 분장'
                  sandbox case assign DE-2026-0001 --nobody

                Without --to they become yours. Your colleagues go on seeing them; nobody outside learns whose work \
                they are. All are assigned, or none.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .references) var references: [String]
        @Option(help: ArgumentHelp("Whose work they become (default: yours).", valueName: "login")) var to: String?
        @Flag(help: "They are nobody's work in particular any more.") var nobody = false
        @Option(parsing: .unconditional, help: .prose("Why, for the log.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("담당자를 지정하지 않았습니다", "nothing was assigned") }

        func run(_ tracker: Tracker) async throws {
            if nobody, to != nil { throw BadInput(.contradiction(.field(.nobody), .field(.to))) }
            let assignee: AssignCase.Assignee =
                nobody ? .nobody : try to.map { .person(try RoleName(option: .to, $0)) } ?? .me
            let reason = try reason?.text(.reason)
            let acts = try CaseReference.all(references).map {
                (name: $0.description, act: AssignCase($0, to: assignee, reason: reason))
            }
            let assigned = try await tracker.perform(Batch(acts), dryRun: writing.dryRun)
            try global.confirm(assigned.map(Confirmation.init(assigned:)), dryRun: writing.dryRun)
        }
    }
}
