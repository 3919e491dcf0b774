import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write out everything you may see of a kind, for spreadsheets and statistics.",
        subcommands: [
            CasesExport.self, ConsultationsExport.self, RoadmapExport.self, MilestonesExport.self,
            DeadlinesExport.self, EventsExport.self,
        ]
    )
}

/// Where an export goes.
struct ExportOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "The file to write: whole, or not at all. Its ending chooses the format (csv, json, jsonl, tsv, ics).",
            valueName: "file"))
    var output: String?

    @Flag(help: "CSV for Excel: byte order mark, CR LF, and texts that look like formulas defused.")
    var bom = false

    /// Writes the rows of a question as they come.
    func write<Q: RowQuery>(
        _ query: Q, _ listing: Listing<Q.Row>, _ global: GlobalOptions, _ tracker: Tracker
    ) async throws {
        let output = try layout(global)
        let target = try self.output.flatMap { $0 == "-" ? nil : try ReplacedFile($0) }
        let console = Console.current
        do {
            let written = try await tracker.reduce(query) {
                ListingWriter(listing, output) { bytes in
                    if let target { try target.write(bytes) } else { console.writeOut(bytes) }
                }
            } _: {
                try $0.write($1)
            } _: {
                try $0.finish()
            }
            try target?.finish()
            guard let path = target?.path else { return }
            console.say(
                Wording("\(path)에 \(written.rows)건을 썼습니다", "\(written.rows) rows were written to \(path)"),
                in: global.language)
        } catch {
            target?.discard()
            throw error
        }
    }

    private func layout(_ global: GlobalOptions) throws -> Output {
        var layout = global.output
        if let path = output, path != "-" {
            let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
            layout = Output(
                format: global.format ?? ending.flatMap { Format(rawValue: $0.lowercased()) } ?? (bom ? .csv : .tsv),
                language: global.language)
        } else if bom, global.format == nil {
            layout.format = .csv
        }
        if bom {
            guard layout.format == .csv else {
                throw BadInput(.contradiction("--bom", "--format \(layout.format.rawValue)"))
            }
            layout.csv = .spreadsheet
        }
        return layout
    }
}
