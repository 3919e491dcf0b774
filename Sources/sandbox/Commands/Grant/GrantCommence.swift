import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Commence: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "commence",
            abstract: "Say that business has begun (사업개시): the company.",
            discussion: """
                  sandbox grant commence DE-2026-0001
                  sandbox grant commence DE-2026-0001 --on 2026-12-01

                Conditions to be met before must be confirmed, and an insurance up to the end of the grant.
                """
        )
        @OptionGroup var options: GrantActOptions

        var act: GrantAct { .commence }
    }
}
