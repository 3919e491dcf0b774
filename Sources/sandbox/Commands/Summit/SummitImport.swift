import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct SummitImport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Enter a summit with everything a YAML file tells of it.",
        discussion: """
              sandbox import summit data/summits/2021-09-07.yaml --dry-run
              sandbox summit import data/summits/2021-09-07.yaml

            A summit that is there is not changed: a file that says the same changes nothing, one that says something else is
            a conflict (exit 5). What has become of commitments since is no difference.
            """,
        aliases: ["summit"]
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: ArgumentHelp("Whose it is, if there are several regimes.", valueName: "code")) var regime: String?
    @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

    var notDone: Wording { Wording("전략대화를 등록하지 않았습니다", "the summit was not entered") }

    func run(_ tracker: Tracker) async throws {
        let summit = try SummitFile(yaml: try InputFile.bytes(of: file), file: file)
        var act = ImportSummit(summit)
        act.regime = regime.map { RegimeCode($0) }
        let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: "\(outcome.number)",
                said: outcome.isNew
                    ? Wording(
                        "\(outcome.number)회 전략대화를 등록했습니다(주제 \(outcome.topics)개, 약속 \(outcome.commitments)건).",
                        "summit \(outcome.number) was entered with \(outcome.topics) topics and \(outcome.commitments) commitments."
                    )
                    : Wording(
                        "\(outcome.number)회 전략대화가 이미 같은 내용으로 있어 바꾸지 않았습니다.",
                        "summit \(outcome.number) is there with the same contents; nothing was changed."),
                fields: [
                    .init("summit", "회차", "Summit", .integer(outcome.number)),
                    .init("is_new", "새로 등록", "New", .boolean(outcome.isNew)),
                    .init("topics", "주제", "Topics", .integer(outcome.topics)),
                    .init("commitments", "약속", "Commitments", .integer(outcome.commitments)),
                ]), dryRun: writing.dryRun)
    }
}
