import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Audit {
    struct Log: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "log",
            abstract: "The events you may see, the latest first.",
            discussion: """
                  sandbox audit log --since 2026-11-01 --act decide
                  sandbox audit log --case DE-2026-0001 --oldest-first

                sandbox export events writes out all of them, to be checked with other programs.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(name: .customLong("case"), help: ArgumentHelp("Only this case.", valueName: "ref")) var reference:
            String?
        @Option(help: "Only what this person did.") var actor: String?
        @Option(help: "Only this act, as the log calls it; may be given several times.") var act: [String] = []
        @Option(help: ArgumentHelp("Only what happened on this day or later.", valueName: "date")) var since: CivilDate?
        @Flag(help: "Oldest first (default: newest first).") var oldestFirst = false
        @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
        var limit: Int?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
            var log = AuditLog()
            log.reference = try reference.map(CaseReference.one)
            log.acts = try act.map { word in
                do throws(InputProblem) {
                    return try Vocabulary.events.code(word)
                } catch { throw BadInput(error, field: .act) }
            }
            (log.actor, log.since, log.oldestFirst, log.limit) = (actor, since, oldestFirst, limit)
            try await global.print(log, .events, tracker, limit: limit)
        }
    }
}
