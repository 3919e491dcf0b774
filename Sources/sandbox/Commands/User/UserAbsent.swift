import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Absent: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "absent",
            abstract: "Say that you, or a colleague, are away, and who is the deputy (부재·대결).",
            discussion: """
                  sandbox user absent --until 2026-12-31 --deputy lee
                  sandbox user absent kim --from 2026-12-21 --until 2026-12-31 --deputy lee

                Meanwhile “inbox --mine” of the deputy has the work of whoever is away. Both days count.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login of a colleague (default: you).") var login: String?
        @Option(help: ArgumentHelp("The first day (default: today).", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("The last day.", valueName: "date")) var until: String
        @Option(help: ArgumentHelp("Who is the deputy: a colleague.", valueName: "login")) var deputy: String

        var notDone: Wording { Wording("부재를 등록하지 않았습니다", "no absence was stated") }

        func run(_ tracker: Tracker) async throws {
            let act = StateAbsence(
                try login.map { try RoleName(option: .login, $0) },
                from: try from.map { try CivilDate(option: .from, $0) }, until: try CivilDate(option: .until, until),
                deputy: try RoleName(option: .deputy, deputy))
            let absence = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(away: absence), dryRun: writing.dryRun)
        }
    }
}
