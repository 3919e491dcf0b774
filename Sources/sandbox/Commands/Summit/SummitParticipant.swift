import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Participant: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "participant",
            abstract: "Enter organisations that take part in a summit, or in one of its topics.",
            discussion: """
                  sandbox summit participant 2 네이버 카카오 KT
                  sandbox summit participant 2 --topic 1 보건복지부
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Argument(help: ArgumentHelp("The organisations.", valueName: "name")) var names: [String]
        @Option(help: .topic) var topic: String?
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("참석 기관을 등록하지 않았습니다", "no participant was entered") }

        func run(_ tracker: Tracker) async throws {
            let summit = try Int(summit: number)
            var act = AddParticipants(
                summit, topic: try topic.map { try Int(summit: $0, .topic) },
                try names.map { try .label(.memberName, $0) })
            act.source = try source?.text(.source)
            let new = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(participants: new, of: names.count, at: summit), dryRun: writing.dryRun)
        }
    }
}
