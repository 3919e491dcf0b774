import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A command whose output is a file that can be made again: an export or a report.
///
/// It reads the register at one instant. A file has a manifest beside it, from which `sandbox report reproduce` makes the
/// same bytes; nothing in the command itself is needed for that.
protocol FileCommand: TrackerCommand {
    var target: ExportOptions { get }
    /// The day at whose end the register is read; nil for now.
    var asOf: CivilDate? { get }
    /// Whether the past of what it shows can be put together from the event log.
    static var isReproducible: Bool { get }
    /// Reads and writes; answers the number of rows.
    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int
}

extension FileCommand {
    static var isReproducible: Bool { true }
    var asOf: CivilDate? { nil }

    func run(_ tracker: Tracker) async throws { try await target.run(self, tracker) }
}

extension Outlet {
    /// Writes an export; PostgreSQL makes the bytes of every format that has no words in it.
    func write(_ export: TableExport, _ tracker: Tracker) async throws -> Int {
        if let workbookOf {
            let columns = try await tracker.columns(of: export)
            let sink = try WorkbookSink(columns.map(\.name), asOf: workbookOf)
            _ = try await tracker.copy(export, as: .fields) { piece in
                for line in piece.split(separator: UInt8(ascii: "\n")) {
                    try sink.append(ExportedRow(line: line, columns).cells)
                }
            }
            return try sink.finish(to: self)
        }
        let form: CopyForm
        switch output.format {
        case .csv: form = .csv
        case .tsv: form = .tsv
        case .json, .jsonl: form = .jsonLines
        case .ics: throw noFeed
        case .table, .html: return try await writeCells(export, tracker)
        }
        let rows = try await tracker.copy(export, as: form) { try self.writeCopied($0) }
        try endCopied()
        return rows
    }

    /// Writes the rows of a question, one by one.
    func write<Q: RowQuery>(_ query: Q, _ listing: Listing<Q.Row>, _ tracker: Tracker) async throws -> Int {
        if let workbookOf {
            let sink = try WorkbookSink(listing.keys, asOf: workbookOf)
            try await tracker.forEach(query) { try sink.append(listing.values($0)) }
            return try sink.finish(to: self)
        }
        return try await tracker.reduce(query) {
            ListingWriter(listing, self.output) { try self.write($0) }
        } _: {
            try $0.write($1)
        } _: {
            try $0.finish().rows
        }
    }

    private func writeCells(_ export: TableExport, _ tracker: Tracker) async throws -> Int {
        let columns = try await tracker.columns(of: export)
        var writer = ListingWriter(ExportedRow.listing(columns), output) { try self.write($0) }
        let rows = try await ExportedRow.all(export, columns, tracker)
        for row in rows { try writer.write(row) }
        return try writer.finish().rows
    }
}
