import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Recuse: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recuse",
            abstract: "Record that a member takes no part in an item (제척·기피·회피).",
            discussion: """
                  sandbox committee recuse DE-2026-0001 --member 민간위원2 --ground employed
                  sandbox committee recuse DE-2026-0001 --member 민간위원1 --kind challenged --ground fairness

                The case names the item: a case is on at most one open agenda. A member who has voted on the item cannot
                be recused.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("The member, as named in the meeting.", valueName: "name")) var member: String
        @Option(help: "In which way.") var kind: RecusalKind = .barred
        @Option(help: "On which ground.") var ground: RecusalGround
        @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var note: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록하지 않았습니다", "nobody was recused") }

        func run(_ tracker: Tracker) async throws {
            let act = try RecuseMember(
                try CaseReference.one(reference), member: try Prose(argument: member).text(.member, .label),
                kind: kind,
                ground: ground, note: try note?.text(.note))
            let recused = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recused), dryRun: writing.dryRun)
        }
    }
}
