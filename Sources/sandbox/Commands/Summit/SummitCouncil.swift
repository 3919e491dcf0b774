import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Council: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "council",
            abstract: "Set up the expert council of a topic, which reports to the next summit.",
            discussion: """
                  sandbox summit council 2 --topic 1 --name 'AI 반도체 협의체' --chair 산업통상부 --member KT --member 삼성전자
                  sandbox summit council 2 --topic 2 --name 'AI 인재 협의체'

                The organisation in the chair may report for it, if the register knows it by that name.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: .topic) var topic: String
        @Option(help: "What it is called.") var name: String
        @Option(help: "The organisation in the chair.") var chair: String?
        @Option(help: "An organisation that sits on it; may be given several times.") var member: [String] = []
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("협의체를 구성하지 않았습니다", "the council was not set up") }

        func run(_ tracker: Tracker) async throws {
            let summit = try Int(summit: number)
            let place = try Int(summit: topic, .topic)
            var act = SetUpCouncil(summit, topic: place, name: try .label(.name, name))
            act.chair = try chair.map { try .label(.chair, $0) }
            act.members = try member.map { try .label(.member, $0) }
            act.source = try source?.text(.source)
            let council = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(council: council, of: place, at: summit), dryRun: writing.dryRun)
        }
    }
}
