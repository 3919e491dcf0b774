import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A command that writes out rows, as they stood at the end of the day that is asked for.
protocol ExportCommand: FileCommand {
    var file: FileOptions { get }
}

extension ExportCommand {
    var global: GlobalOptions { file.global }
    var target: ExportOptions { file.target }
    var asOf: CivilDate? { file.reading.asOf }
    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }
}

/// The options of every export.
struct FileOptions: ParsableArguments {
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
}

/// A command that writes out a view.
protocol TableExportCommand: FileCommand {
    func export() throws -> TableExport
}

extension TableExportCommand {
    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int { try await outlet.write(export(), tracker) }
}
