import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Send: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "send",
            abstract: "Ask ministries for their opinion; asking again after a reply is a new round.",
            discussion: """
                  sandbox consult send DE-2026-0001 --to 문화체육관광부 --to 개인정보보호위원회
                  sandbox consult send DE-2026-0001 --to 문화체육관광부 --question @question.txt

                All are asked, or none. sandbox org list --kind ministry names \
                them. A ministry with an account is told in its
                inbox; where there is none, sandbox consult notify says that the letter arrived.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .upToNextOption, help: ArgumentHelp("The ministries to ask.", valueName: "ministry")) var to:
            [String]
        @Option(parsing: .unconditional, help: .prose("What is asked; else the proposal as such.")) var question: Prose?
        @Flag(help: "As a same-or-similar case, with the shorter period for the reply.") var fastTrack = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("협의를 보내지 않았습니다", "nothing was sent") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let ministries = to.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let act = SendConsultation(
                reference, to: ministries, question: try question?.text(.question), isFastTrack: fastTrack)
            let sent = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(sent.map(Confirmation.init(sent:)), dryRun: writing.dryRun)
        }
    }
}
