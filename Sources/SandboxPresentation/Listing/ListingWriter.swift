package import SandboxDomain

/// Takes rows one by one and hands bytes on. Every format for machines streams: memory does not grow with the rows.
///
/// ```swift
/// var writer = ListingWriter(listing, output, limit: limit) { try standardOutput.write($0) }
/// try store.stream { try writer.write($0) }        // ask the store for one row more than the limit
/// if let notice = try writer.finish().notice { standardError.say(notice) }
/// ```
/// If the rows fail midway, do not call `finish`: a JSON array left open tells its reader that it is not whole.
package struct ListingWriter<Row> {
    private let output: Output
    private let listing: Listing<Row>
    private let columns: [Column<Row>]
    private let cells: [@Sendable (Row) -> Cell]
    private let headers: [String]
    /// What is written before each value of a JSON object: `{"key":`, `,"key":`.
    private let prefixes: [[UInt8]]
    private let event: (@Sendable (Row, Language) -> CalendarEvent?)?
    private let limit: Int?
    private let sink: ([UInt8]) throws -> Void
    private var bytes: [UInt8] = []
    private var table: Table
    /// The rows of a page.
    private var kept: [Row] = []
    /// What machines get of the rows; nil when nobody observes it.
    private var seen: Shape?
    private var rows = 0
    private var isTruncated = false

    /// Bytes are handed on in pieces of about this size.
    private static var pieceSize: Int { 65_536 }

    /// - Parameters:
    ///   - limit: how many rows are written at most; a row more is not written but makes the listing truncated.
    ///   - sink: takes the bytes, in order; may throw, and the error passes through.
    package init(
        _ listing: Listing<Row>, _ output: Output, limit: Int? = nil, sink: @escaping ([UInt8]) throws -> Void
    ) {
        self.output = output
        self.listing = listing
        self.limit = limit
        self.sink = sink
        event = listing.event
        columns = listing.columns(for: output.format)
        cells = columns.map { Self.labelled($0.cell, output) }
        headers = listing.headers(output)
        prefixes = columns.enumerated().map { index, column in
            var prefix = Array((index == 0 ? "{" : ",").utf8)
            prefix.appendJSONString(column.key)
            return prefix + [UInt8(ascii: ":")]
        }
        table = Table(
            columns.map {
                Table.Column(
                    title: $0.title[output.language], alignment: $0.alignment, $0.mayShrink, wraps: $0.wraps)
            })
        if output.observe != nil { seen = Shape(of: listing) }
        bytes.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
        begin()
    }

    /// The value of a column as it is written.
    private static func labelled(
        _ cell: @escaping @Sendable (Row) -> Cell, _ output: Output
    ) -> @Sendable (Row) -> Cell {
        if output.labels == nil { return cell }
        return { row in cell(row).labelled(output) }
    }

    /// Writes a row, or notes that the limit has bitten.
    package mutating func write(_ row: Row) throws {
        if let limit, rows >= limit {
            isTruncated = true
            return
        }
        seen?.merge(Shape(row, of: listing))
        switch output.format {
        case .table:
            table.append(columns.map { ($0.cell(row), $0.dates) }, output)
        case .html: kept.append(row)
        case .tsv:
            appendSeparated(UInt8(ascii: "\t")) { [cells] in cells[$0](row).appendTSV(to: &$1) }
            bytes.append(UInt8(ascii: "\n"))
        case .csv:
            appendCSV(row)
        case .json:
            bytes.append(contentsOf: (rows == 0 ? "\n" : ",\n").utf8)
            appendObject(row)
        case .jsonl:
            appendObject(row)
            bytes.append(UInt8(ascii: "\n"))
        case .ics:
            guard let event else { throw noFeed }
            guard let day = event(row, output.language) else { return }
            bytes.append(day)
        }
        rows += 1
        if bytes.count >= Self.pieceSize { try flush() }
    }

    /// Hands on what has gathered, so that a reader of a slow listing sees it now. A table has nothing before its end.
    package mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Ends the listing and says what was written; `total` is the number of all rows, if it is known.
    package mutating func finish(total: Int? = nil) throws -> Saved {
        let truncated = isTruncated || (limit != nil && (total ?? 0) > rows)
        switch output.format {
        case .table: bytes.append(contentsOf: table.text(output).utf8)
        case .json: appendJSONEnd(truncated, total)
        case .ics:
            guard event != nil else { throw noFeed }
            bytes.appendFeedEnd(isEmpty: rows == 0)
        case .html:
            bytes += Page(title, [.init(nil, [.table(title, EmbeddedTable(listing, kept))])]).html(output)
        case .tsv, .csv, .jsonl: break
        }
        try flush()
        if let seen { output.observe?(.output(.rows(seen, isLimited: limit != nil))) }
        return Saved(rows: rows, isTruncated: truncated, total: total, output: output)
    }

    private var title: Wording { listing.title ?? Wording("목록", "List") }

    private mutating func begin() {
        switch output.format {
        case .table, .html, .jsonl: break
        case .ics: bytes.appendFeedStart(title[output.language], output.language)
        case .json: bytes.append(contentsOf: (limit == nil ? "[" : "{\"rows\":[").utf8)
        case .tsv:
            appendSeparated(UInt8(ascii: "\t")) { [headers] in $1.appendTSVField(headers[$0]) }
            bytes.append(UInt8(ascii: "\n"))
        case .csv:
            if output.csv.hasByteOrderMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
            appendSeparated(UInt8(ascii: ",")) { [headers] in $1.appendCSVField(headers[$0], .plain, isText: true) }
            appendCSVLineEnd()
        }
    }

    private mutating func appendSeparated(_ separator: UInt8, _ each: (Int, inout [UInt8]) -> Void) {
        for index in columns.indices {
            if index > 0 { bytes.append(separator) }
            each(index, &bytes)
        }
    }

    private mutating func appendCSV(_ row: Row) {
        let start = bytes.count
        var dialect = output.csv
        dialect.isOnTerminal = output.isTerminal
        appendSeparated(UInt8(ascii: ",")) { [cells, dialect] in cells[$0](row).appendCSV(to: &$1, dialect) }
        // A line of one absent value would be blank, and readers skip blank lines.
        if bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
        appendCSVLineEnd()
    }

    private mutating func appendCSVLineEnd() {
        if output.csv.hasCarriageReturns { bytes.append(UInt8(ascii: "\r")) }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func appendObject(_ row: Row) {
        for index in columns.indices {
            bytes.append(contentsOf: prefixes[index])
            cells[index](row).appendJSON(to: &bytes)
        }
        bytes.append(contentsOf: (columns.isEmpty ? "{}" : "}").utf8)
    }

    private mutating func appendJSONEnd(_ truncated: Bool, _ total: Int?) {
        bytes.append(contentsOf: (rows == 0 ? "]" : "\n]").utf8)
        if let limit {
            let total = total.map(JSON.integer) ?? (truncated ? .null : .integer(rows))
            bytes.append(contentsOf: ",\"truncated\":\(truncated),\"limit\":\(limit),\"total\":".utf8)
            total.append(to: &bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension Listing {
    /// What csv, tsv and workbooks have above their columns: the keys, or in words the titles. Two columns of one title are
    /// told apart by their keys.
    package func headers(_ output: Output) -> [String] {
        let columns = columns(for: output.format)
        guard let language = output.labels else { return columns.map(\.key) }
        let titles = columns.map { $0.title[language] }
        return columns.map { column in
            let title = column.title[language]
            return titles.count { $0 == title } == 1 ? title : "\(title)(\(column.key))"
        }
    }

    /// Writes all rows at once. See `ListingWriter`.
    package func write(
        _ rows: some Sequence<Row>, _ output: Output, limit: Int? = nil, total: Int? = nil,
        sink: @escaping ([UInt8]) throws -> Void
    ) throws -> Saved {
        var writer = ListingWriter(self, output, limit: limit, sink: sink)
        for row in rows { try writer.write(row) }
        return try writer.finish(total: total)
    }
}

/// A calendar feed was asked of something whose rows are not days.
package var noFeed: BadInput {
    let known = Format.allCases.filter { $0 != .ics }.map(\.rawValue)
    return BadInput(.unknownWord("ics", known: known), field: .format)
}
