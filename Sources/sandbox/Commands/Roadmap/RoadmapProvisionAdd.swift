import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Provision {
    struct Add: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "add",
            abstract: "Note that a task changes a provision.",
            discussion: """
                  sandbox roadmap provision add ai-2020/P05 --law 저작권법 --article 제35조의5
                  sandbox roadmap provision add ai-2025/T05 --law '인공지능기본법 시행령' --level decree

                Without --level the ending of the law's name tells it, if it can. Cases that ask an exemption from the same
                provision are found by it: sandbox roadmap matches.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var options: ProvisionOptions
        @Option(help: "What kind of law has to change.") var level: LawLevel?

        var notDone: Wording { Wording("조항을 등록하지 않았습니다", "the provision was not noted") }

        func run(_ tracker: Tracker) async throws {
            let act = EditProvisions(try TaskReference.one(options.task), add: try options.provision(level))
            let edited = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(noted: edited), dryRun: writing.dryRun)
        }
    }
}
