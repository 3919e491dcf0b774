import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import Spreadsheet

/// Where an export or a report goes.
struct ExportOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "The file to write: whole, or not at all. Its ending chooses the format (csv, json, jsonl, tsv, html, xlsx).",
            valueName: "file"))
    var output: String?

    @Flag(help: "CSV for Excel: byte order mark and CR LF.")
    var bom = false

    /// Runs a command at one instant, by default the end of the day it asks for or now, and writes the manifest of its file.
    func run(_ command: some FileCommand, _ tracker: Tracker, at given: Instant? = nil) async throws {
        if let again = Reproduction.current {
            again.note(
                rows: try await command.write(tracker.reading(at: again.asOf), to: again.outlet),
                isReproducible: type(of: command).isReproducible)
            return
        }
        let console = Console.current
        let path = output.flatMap { $0 == "-" ? nil : $0 }
        var layout = try layout(command.global)
        let asOf: Instant
        if let given { asOf = given } else { asOf = try await tracker.instant(endOf: command.asOf) }
        if layout.format.isForPeople { layout.name(try await tracker.answer(TrackList())) }
        if layout.format == .table, path == nil {
            layout.today = try await tracker.reading(at: asOf).answer(Legend()).today
        }
        let outlet = Outlet(
            layout, file: try path.map { try ReplacedFile($0) }, console: console, workbookOf: isWorkbook ? asOf : nil)
        do {
            let rows = try await command.write(tracker.reading(at: asOf), to: outlet)
            guard let path else { return try outlet.finish() }
            let manifest = try await manifest(path, asOf, rows, outlet, command, tracker)
            try outlet.finish()
            if FileSystem.status(of: path, followingLinks: true)?.isRegularFile == true {
                let beside = try ReplacedFile(path + ".manifest.json")
                try beside.write(manifest.json.bytes(indented: true) + [UInt8(ascii: "\n")])
                try beside.finish()
            }
            console.say(
                Wording("\(path)에 \(rows)건을 썼습니다", "\(rows) rows were written to \(path)"), in: command.global.language)
        } catch let error as WorkbookError {
            outlet.discard()
            throw Failure(error)
        } catch {
            outlet.discard()
            throw error
        }
    }

    /// Whether the file is to be a workbook, which its ending says.
    private var isWorkbook: Bool { output?.lowercased().hasSuffix(".xlsx") == true }

    private func manifest<C: FileCommand>(
        _ path: String, _ asOf: Instant, _ rows: Int, _ outlet: Outlet, _ command: C, _ tracker: Tracker
    ) async throws -> ExportManifest {
        let reader = try await tracker.reading(at: asOf).answer(Reader())
        let format = outlet.output.format
        return ExportManifest(
            arguments: CommandWords.asking(CommandWords.current).map(normalised), asOf: asOf,
            format: isWorkbook ? ExportManifest.workbook : format.rawValue,
            hasByteOrderMark: bom, language: format.isForPeople ? outlet.output.language.rawValue : nil,
            role: reader.role?.rawValue ?? "", organisation: reader.organisation,
            program: Sandbox.version, schema: Tracker.schemaVersion, rules: reader.rules,
            file: InputFile.name(of: path), rows: rows,
            sha256: outlet.digits, isReproducible: C.isReproducible)
    }

    /// How the bytes are written.
    func layout(_ global: GlobalOptions) throws -> Output {
        var layout = global.output
        if let path = output, path != "-" {
            let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
            layout = Output(
                format: global.format ?? ending.flatMap { Format(rawValue: $0.lowercased()) } ?? (bom ? .csv : .tsv),
                language: global.language)
        } else if bom, global.format == nil {
            layout.format = .csv
        }
        layout.csv = .export
        if isWorkbook {
            if let format = global.format {
                throw BadInput(.contradiction(.value("FILE.xlsx"), .said(.format, format.rawValue)))
            }
            if bom { throw BadInput(.contradiction(.value("FILE.xlsx"), .field(.bom))) }
            guard Workbook.isAvailable else { throw Failure(WorkbookError.notBuilt) }
        }
        if bom {
            guard layout.format == .csv else {
                throw BadInput(.contradiction(.field(.bom), .said(.format, layout.format.rawValue)))
            }
            layout.csv = .spreadsheet
        }
        return layout
    }
}

extension ExportManifest {
    var json: JSON {
        [
            "manifest": .integer(Self.version), "arguments": .array(arguments.map(JSON.string)),
            "as_of": .string(asOf.description), "format": .string(format), "bom": .boolean(hasByteOrderMark),
            "language": language.map(JSON.string) ?? nil, "role": .string(role),
            "organisation": organisation.map(JSON.string) ?? nil, "program": .string(program),
            "schema": .integer(schema),
            "rules": .object(rules.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
            "file": .string(file), "rows": .integer(rows), "sha256": .string(sha256),
            "truncated": false, "reproducible": .boolean(isReproducible),
        ]
    }
}
