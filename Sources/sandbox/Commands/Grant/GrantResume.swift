import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Resume: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "resume",
            abstract: "Lift a suspension: the desk.",
            discussion: """
                  sandbox grant resume DE-2026-0001
                  sandbox grant resume DE-2026-0001 --on 2027-01-15
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { .resume }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try reason?.text(.reason)
        }
    }
}
