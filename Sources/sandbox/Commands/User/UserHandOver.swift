import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct HandOver: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "hand-over",
            abstract: "Give all open work of a person to a colleague, in one act (업무 인계).",
            discussion: """
                  sandbox user hand-over kim --to lee --reason '인사이동'
                  sandbox user hand-over kim --to lee --reason @order.txt --dry-run

                Every case assigned to the person that is open, or on which something is still to be done, and every \
                absence in which the person was to be the deputy. A colleague does it, or an operator, who is told how \
                many cases there are and not which.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login of the person whose work it is.") var login: String
        @Option(help: ArgumentHelp("Who takes it over.", valueName: "login")) var to: String
        @Option(parsing: .unconditional, help: .prose("Why; the log keeps it with every case.")) var reason: Prose?

        var notDone: Wording { Wording("인계하지 않았습니다", "nothing was handed over") }

        func run(_ tracker: Tracker) async throws {
            let act = HandOverWork(
                of: try RoleName(option: .login, login), to: try RoleName(option: .to, to),
                reason: try global.asked(reason, .reason, Wording("인계 사유", "Reason")))
            let handed = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(handedOver: handed), dryRun: writing.dryRun)
        }
    }
}
