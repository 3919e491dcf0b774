import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Topic: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "topic",
            abstract: "Enter a topic of a summit.",
            discussion: """
                  sandbox summit topic 2 --title 'AI 반도체'
                  sandbox summit topic 2 --title 'AI 인재' --summary @topic.txt
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: "What it is about.") var title: String
        @Option(parsing: .unconditional, help: .prose("What was talked about.")) var summary: Prose?
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("주제를 등록하지 않았습니다", "the topic was not entered") }

        func run(_ tracker: Tracker) async throws {
            let summit = try Int(summit: number)
            var act = AddTopic(summit, title: try .label(.title, title))
            (act.summary, act.source) = (try summary?.text(.summary), try source?.text(.source))
            let topic = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(topic: topic, title, of: summit), dryRun: writing.dryRun)
        }
    }
}
