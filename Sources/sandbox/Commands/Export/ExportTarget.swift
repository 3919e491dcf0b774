import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Spreadsheet

/// Where an export goes: to standard output, or to a file with its manifest beside it.
struct ExportTarget {
    /// The file; nil for standard output.
    private let path: String?
    private let format: FileFormat
    private let output: Output
    private let hasByteOrderMark: Bool

    /// - Parameter output: how this run writes to standard output; a file takes no more of it than the language.
    init(_ path: String?, _ format: FileFormat, _ output: Output, hasByteOrderMark: Bool = false) {
        (self.path, self.format, self.output) = (path, format, output)
        self.hasByteOrderMark = hasByteOrderMark || format == .text(.csv) && output.labels != nil
    }

    /// Writes what the source is at that instant.
    /// - Parameter regime: whose time zone the manifest names.
    func write(
        _ source: any ExportSource, at instant: Instant, of regime: RegimeCode? = nil, _ tracker: Tracker
    ) async throws {
        let note: Wording?
        if let path {
            let request = ExportRequest(
                source, at: instant, zone: try await tracker.answer(AuthorityTimeZone(of: regime)), as: format,
                hasByteOrderMark: hasByteOrderMark, language: output.language,
                labels: format.takesLabels ? output.labels : nil)
            note = try await write(request, to: path, tracker)
        } else {
            note = try await write(source, tracker.reading(at: instant))
        }
        if let note { Console.current.say(note, in: output.language) }
    }

    private func write(_ source: any ExportSource, _ past: Tracker) async throws -> Wording? {
        let console = Console.current
        var output = output
        if case .text(let format) = format { output.format = format }
        output.csv = hasByteOrderMark ? .spreadsheet : .plain
        if output.hasWords {
            let legend = try await past.answer(Legend())
            output.name(legend.tracks)
            if output.format == .table { output.today = legend.today }
        }
        return try await source.write(past, to: ExportWriter(output) { console.writeOut($0) }).note
    }

    private func write(_ request: ExportRequest, to path: String, _ tracker: Tracker) async throws -> Wording? {
        let console = Console.current
        try ReplacedFile.check(path + ".manifest.json")
        let file = try WrittenFile(path, console)
        // The manifest is whole before the file takes its name: none is left without it.
        let (manifest, beside, note) = try await file.finishing {
            let (manifest, note) = try await tracker.export(
                request, to: InputFile.name(of: path), program: Sandbox.version, workbook: WorkbookFile.init
            ) { try file.write($0) }
            let beside = file.isDevice ? nil : try ReplacedFile(path + ".manifest.json")
            do { try beside?.writeWhole(try manifest.json()) } catch {
                beside?.discard()
                throw error
            }
            return (manifest, beside, note)
        }
        try beside?.finish()
        console.say(
            Wording(
                "\(path)에 \(manifest.rows)건을 썼습니다",
                "\(Wording.counted(manifest.rows, "row was", "rows were")) written to \(path)"),
            in: output.language)
        return note
    }
}
