import SandboxCore
package import SandboxPresentation
import Synchronization

/// Writes what is read to a sink of bytes, in one of all formats.
package final class ExportWriter: Sendable {
    /// How the bytes are written.
    let output: Output
    private let sink: @Sendable ([UInt8]) throws -> Void
    /// Makes the workbook with these titles; nil for any other file.
    private let workbook: (@Sendable ([String]) throws -> any RowSink)?

    /// - Parameter sink: takes the bytes in order; what it throws ends the writing.
    package init(
        _ output: Output, workbook: (@Sendable ([String]) throws -> any RowSink)? = nil,
        sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        (self.output, self.workbook, self.sink) = (output, workbook, sink)
    }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) throws { try sink(bytes) }

    /// Writes a table; answers the number of rows. PostgreSQL makes the bytes of every format that has no words in it.
    func write(_ table: TableExport, _ tracker: Tracker) async throws -> Int {
        if let observe = output.observe {
            observe(.output(.rows(ExportedRow.shape(try await tracker.columns(of: table)))))
        }
        if let workbook {
            let columns = try await tracker.columns(of: table)
            let book = try workbook(ExportedRow.listing(table, columns).headers(output))
            try await tracker.forEach(table) { fields in
                try book.append(ExportedRow(fields, columns).cells.map { $0.labelled(self.output) })
            }
            return try book.finish(sink)
        }
        if let form = copyForm { return try await copy(table, as: form, tracker) }
        guard output.hasWords else { throw noFeed }
        return try await writeCells(table, tracker)
    }

    /// Writes a table of which there is a listing for people too, with the same columns under the same names. Whoever
    /// observes what machines get is shown the rows of the listing.
    func write<Q: RowQuery>(
        _ table: TableExport, or query: Q, _ listing: Listing<Q.Row>, _ tracker: Tracker
    ) async throws -> Int {
        if workbook == nil, output.observe == nil, let form = copyForm {
            return try await copy(table, as: form, tracker)
        }
        return try await write(query, listing, tracker)
    }

    /// Writes the rows of a question one by one; answers their number.
    func write<Q: RowQuery>(_ query: Q, _ listing: Listing<Q.Row>, _ tracker: Tracker) async throws -> Int {
        if let workbook {
            let book = try workbook(listing.headers(output))
            try await tracker.forEach(query) { row in
                try book.append(listing.values(row).map { $0.labelled(self.output) })
            }
            return try book.finish(sink)
        }
        return try await tracker.reduce(query) {
            ListingWriter(listing, self.output) { try self.sink($0) }
        } _: {
            try $0.write($1)
        } _: {
            try $0.finish().rows
        }
    }

    /// Writes a report; answers the number of rows of its tables. A workbook has its first table.
    func write(_ sheet: ReportSheet) throws -> Int {
        guard let workbook else { return try sheet.write(output, sink) }
        let rows = sheet.parts.first?.rows
        let book = try workbook(rows?.headers(output) ?? [])
        for row in rows?.values ?? [] { try book.append(row.map { $0.labelled(output) }) }
        return try book.finish(sink)
    }

    /// How PostgreSQL writes the rows; nil: they have words in them.
    private var copyForm: CopyForm? { output.labels == nil ? output.format.copyForm : nil }

    private func copy(_ table: TableExport, as form: CopyForm, _ tracker: Tracker) async throws -> Int {
        let copied = Mutex(CopiedBytes(output))
        let rows = try await tracker.copy(table, as: form) { piece in
            try self.sink(copied.withLock { $0.bytes(piece) })
        }
        let end = copied.withLock { $0.end() }
        if !end.isEmpty { try sink(end) }
        return rows
    }

    /// A table for people knows its widths only at its end.
    private func writeCells(_ table: TableExport, _ tracker: Tracker) async throws -> Int {
        let columns = try await tracker.columns(of: table)
        let rows = Mutex<[ExportedRow]>([])
        try await tracker.forEach(table) { fields in rows.withLock { $0.append(ExportedRow(fields, columns)) } }
        return try ExportedRow.listing(table, columns).write(rows.withLock { $0 }, output.unobserved, sink: sink).rows
    }
}

extension Format {
    /// How PostgreSQL writes the rows; nil: the format has words in it.
    fileprivate var copyForm: CopyForm? {
        switch self {
        case .csv: .csv
        case .tsv: .tsv
        case .json, .jsonl: .jsonLines
        case .table, .html, .ics: nil
        }
    }
}
