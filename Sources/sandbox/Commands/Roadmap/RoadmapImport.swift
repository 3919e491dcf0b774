import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Import: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "import",
            abstract: "Enter a roadmap with its reform tasks, from a CSV file.",
            discussion: """
                  sandbox roadmap import data/ai_law_roadmap_2020.csv --roadmap ai-2020 \\
                    --name '인공지능 법·제도·규제 정비 로드맵' --adopted-on 2020-12-24
                  sandbox roadmap import tasks.csv --roadmap ai-2025 --name 'AI 규제합리화 로드맵' --dry-run

                A roadmap that is there is not changed: a file that says the same changes nothing, one that says something
                else is a conflict (exit 5). What ministries have said of the status since is not a difference.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String
        @Option(help: ArgumentHelp("The code tasks are quoted by, e.g. ai-2020.", valueName: "code")) var roadmap:
            String
        @Option(help: "What the roadmap is called.") var name: String
        @Option(help: ArgumentHelp("The day it was adopted.", valueName: "date")) var adoptedOn: String?
        @Option(help: ArgumentHelp("Whose it is, if there are several regimes.", valueName: "code")) var regime: String?

        var notDone: Wording { Wording("로드맵을 등록하지 않았습니다", "the roadmap was not entered") }

        func run(_ tracker: Tracker) async throws {
            let act = ImportRoadmap(
                try InputFile.bytes(of: file), file: file, code: try RoadmapCode(option: .roadmap, roadmap),
                name: try .label(.name, name), adoptedOn: try adoptedOn.map { try CivilDate(option: .adoptedOn, $0) },
                regime: regime.map { RegimeCode($0) })
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome), dryRun: writing.dryRun)
        }
    }
}
