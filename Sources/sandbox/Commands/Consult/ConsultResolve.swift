import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Resolve: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "resolve",
            abstract: "Resolve a contested lapse: uphold it, or set it aside and notify the ministry again.",
            discussion: """
                  sandbox consult resolve RC-2026-0001 --ministry 문화체육관광부 --uphold --reason '통보 기록이 있습니다.'
                  sandbox consult resolve RC-2026-0001 --ministry 문화체육관광부 --set-aside --reason '도달하지 않았습니다.'

                Setting a lapse aside opens the round again; record the new notice with sandbox consult notify.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry.") var ministry: String
        @Flag(help: "The lapse is upheld.") var uphold = false
        @Flag(help: "The lapse is set aside.") var setAside = false
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이의를 처리하지 않았습니다", "nothing was resolved") }

        func validate() throws {
            guard uphold != setAside else { throw ValidationError("Say --uphold or --set-aside.") }
        }

        func run(_ tracker: Tracker) async throws {
            let resolution: LapseResolution = uphold ? .upheld : .setAside
            let act = ResolveLapse(
                try CaseReference.one(reference), ministry: ministry, as: resolution,
                reason: try global.asked(reason, .reason, Wording("사유", "Reason")))
            let lapse = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(resolved: lapse, as: resolution), dryRun: writing.dryRun)
        }
    }
}
