import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Commit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "commit",
            abstract: "Enter what somebody promised at a summit (이행 약속).",
            discussion: """
                  sandbox summit commit 2 --kind api-opening --owner 네이버 --text '초거대 모델 API를 중소기업에 개방' --due 2027-06-30
                  sandbox summit commit 2 --kind compute --owner 과학기술정보통신부 --text '컴퓨팅 자원 지원' --due '2027 상반기'

                The owner says what became of it (fulfil, progress, withdraw), if the register knows it by that name.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .summit) var number: String
        @Option(help: "What kind of thing.") var kind: CommitmentKind
        @Option(help: "Who promised it.") var owner: String
        @Option(parsing: .unconditional, help: .prose("What was promised.")) var text: Prose
        @Option(help: ArgumentHelp("By when, as it was said.", valueName: "words")) var due: String?
        @Option(help: .topic) var topic: String?
        @Option(parsing: .unconditional, help: .source) var source: Prose?

        var notDone: Wording { Wording("약속을 등록하지 않았습니다", "the commitment was not entered") }

        func run(_ tracker: Tracker) async throws {
            var promise = SummitPromise(kind, by: try .label(.owner, owner), try text.text(.text))
            promise.due = try due.map { try DatePhrase(option: .due, $0) }
            promise.topic = try topic.map { try Int(summit: $0, .topic) }
            promise.source = try source?.text(.source)
            let reference = try await tracker.perform(
                SandboxCore.Commit(try Int(summit: number), promise), dryRun: writing.dryRun)
            try global.confirm(Confirmation(promise, as: reference), dryRun: writing.dryRun)
        }
    }
}
