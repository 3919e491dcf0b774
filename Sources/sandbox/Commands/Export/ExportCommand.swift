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
    @Option(help: ArgumentHelp("Only this regime's; of a report the regime it is of.", valueName: "code"))
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
        try await sayOfThePast(regime, tracker)
    }

    /// Says what a reader of a past day, or of one to come, must know.
    func sayOfThePast(_ regime: RegimeCode?, _ tracker: Tracker) async throws {
        guard let asOf, let span = try await tracker.answer(RegisterSpan(of: regime)) else { return }
        if let note = Source.past.note(on: asOf, span) { Console.current.say(note, in: global.output.language) }
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
    /// A report is of one regime, which its manifest names.
    func run(_ tracker: Tracker) async throws {
        var source = try await source(tracker)
        if source.regime == nil { source.regime = regime }
        let target = try file.target.target(global)
        let taken = try await tracker.answer(source.regimeAsked)
        source.regime = taken?.code
        let instant = try await tracker.instant(endOf: Source.past == .asItWas ? asOf : nil, of: source.regime)
        try await target.write(source, at: instant, of: source.regime, tracker)
        try await sayOfThePast(source.regime, tracker)
        if let taken, let note = Wording(chosen: taken) { Console.current.say(note, in: global.output.language) }
    }

    var notDone: Wording { Wording("보고서를 만들지 못했습니다", "no report was made") }
}
