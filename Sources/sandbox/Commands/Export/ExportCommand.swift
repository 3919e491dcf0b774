import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command whose output is a file that can be made again. It says what the file is made of; the rest is the same for all.
protocol ExportCommand: TrackerCommand {
    associatedtype Source: ExportSource
    var file: FileOptions { get }
    /// What the options ask for.
    func source(_ tracker: Tracker) async throws -> Source
}

/// A report, with pictures on a page.
protocol ReportCommand: ExportCommand where Source: SheetSource {}

/// The options of every export and report.
struct FileOptions: ParsableArguments {
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Whose day --as-of means, if regimes are in different time zones.", valueName: "code"))
    var regime: String?
}

extension ExportCommand {
    var global: GlobalOptions { file.global }
    var asOf: CivilDate? { file.reading.asOf }
    var regime: RegimeCode? { file.regime.map { RegimeCode($0) } }
    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        let target = try file.target.target(global)
        let source = try await source(tracker)
        let day = Source.past == .asItWas ? asOf : nil
        let instant = try await tracker.instant(endOf: day, of: regime)
        try await global.tellBegin(before: day, tracker)
        try await target.write(source, at: instant, of: regime, tracker)
    }
}

extension GlobalOptions {
    /// Says since when there is a record, if a day before that is asked for.
    func tellBegin(before day: CivilDate?, _ tracker: Tracker) async throws {
        guard let day, let begin = try await tracker.answer(RegisterBegin()), day < begin else { return }
        Console.current.say(
            Wording(
                "이 등록부의 기록은 \(begin.text(.korean))부터 있습니다",
                "the register has no record of before \(begin.text(.english))"), in: language)
    }
}

extension ReportCommand {
    var notDone: Wording { Wording("보고서를 만들지 못했습니다", "no report was made") }
}
