/// One thing in full: what `view` commands print.
///
/// Sections order what people read; for machines a section without a key leaves its items where they are, so that
/// regrouping the screen changes no JSON key.
/// ```swift
/// let detail = Detail("TP-2026-0001 초거대 AI 문서 요약", [
///     .field("reference", Wording("과제번호", "Reference"), .text(view.reference)),
///     .field("stage", Wording("단계", "Stage"), .code(view.stage)),
///     .section("applicant", Wording("신청인", "Applicant"), [
///         .field("name", Wording("회사", "Company"), .text(view.company)),
///     ]),
///     .section(Wording("제안", "Proposal"), [
///         .paragraph("needed_exemption", Wording("규제 특례 필요사항", "Exemption needed"), view.need),
///         .rows("consultations", Wording("협의", "Consultations"), consultationListing, view.consultations),
///     ]),
/// ])
/// try detail.write(output) { try standardOutput.write($0) }
/// ```
package struct Detail: Sendable {
    /// The first line for people; machines have its parts as fields.
    package let heading: String
    package let items: [Item]

    package init(_ heading: String, _ items: [Item]) {
        self.heading = heading
        self.items = items
    }

    /// A part of a detail.
    package indirect enum Item: Sendable {
        /// A title and its value on one line.
        case field(String, Wording, Cell, dates: DateStyle = .absolute)
        /// A longer text under its title, its line breaks kept, wrapped for people. `nil` is `null`, and not shown.
        case paragraph(String, Wording, String?)
        /// A bulleted list of texts; an array for machines.
        case list(String, Wording, [String])
        /// Items under a heading; an object under `key` for machines, or no level of its own without one.
        case section(String?, Wording, [Item])
        /// A table inside; an array of objects for machines.
        case table(String, Wording, EmbeddedTable)
        /// Things too long for the rows of a table, each under its heading; an array of objects for machines.
        case each(String, Wording, [Part])
        /// A value for machines only: people read it in a heading, or not at all.
        case machines(String, Cell)

        /// A section that exists for people only.
        package static func section(_ title: Wording, _ items: [Item]) -> Item { .section(nil, title, items) }

        /// The rows of a listing, as a table inside.
        package static func rows<Row>(
            _ key: String, _ title: Wording, _ listing: Listing<Row>, _ rows: some Sequence<Row>
        ) -> Item {
            .table(key, title, EmbeddedTable(listing, Array(rows)))
        }
    }

    /// One of several things of a kind.
    package struct Part: Sendable {
        let heading: String
        let items: [Item]

        package init(_ heading: String, _ items: [Item]) {
            self.heading = heading
            self.items = items
        }
    }

    /// Writes the detail in the format of the output: text for `table`, one object for `json` (indented) and `jsonl`,
    /// for `tsv` and `csv` a key and a value a line, nested keys joined by dots (`applicant.name`, `laws.0.article`).
    package func write(_ output: Output, sink: ([UInt8]) throws -> Void) throws {
        output.observe?(.output(.one(Shape(self))))
        switch output.format {
        case .table: try sink(Array(DetailText(output).text(of: self).utf8))
        case .json: try sink(json.bytes(indented: true) + [UInt8(ascii: "\n")])
        case .jsonl: try sink(json.bytes() + [UInt8(ascii: "\n")])
        case .tsv, .csv: try sink(separated(output))
        case .ics: throw noFeed
        case .html: try sink(Page(Wording(heading, heading), detail: self).html(output))
        }
    }
}

/// The evaluated rows of a listing of any kind, to be placed inside a detail.
package struct EmbeddedTable: Sendable {
    /// Key and value of each machine column, row by row.
    private(set) var records: [[(key: String, cell: Cell)]]
    /// The cells of the columns people see.
    let cells: [[(Cell, DateStyle)]]
    private let columns: [(title: Wording, alignment: Alignment?, mayShrink: Bool, wraps: Bool)]
    /// The columns that a page shows: all but those for a terminal.
    let pageColumns: [Int]

    package private(set) var keys: [String]
    /// The titles of the keys.
    private(set) var keyTitles: [Wording]

    /// The values that machines get, row by row.
    package var values: [[Cell]] { records.map { $0.map(\.cell) } }

    /// How many rows there are.
    package var count: Int { cells.count }

    /// What a workbook has above its columns.
    package func headers(_ output: Output) -> [String] {
        output.labels.map { language in keyTitles.map { $0[language] } } ?? keys
    }

    /// The rows as an array of objects.
    package var json: JSON { .array(records.map { .object($0.map { .init($0.key, $0.cell.json) }) }) }

    /// The rows in a format of rows: a table, csv, tsv or jsonl.
    package func bytes(_ output: Output) throws -> [UInt8] {
        if output.format == .table {
            return Array((cells.isEmpty ? Wording.nothing[output.language] + "\n" : text(output)).utf8)
        }
        let listing = Listing<[(key: String, cell: Cell)]>(
            keys.enumerated().map { index, key in
                Column(key, keyTitles[index].ko, keyTitles[index].en) { $0[index].cell }
            })
        var bytes: [UInt8] = []
        _ = try listing.write(records, output.unobserved) { bytes += $0 }
        return bytes
    }

    /// The rows under the columns that people see and those that machines get.
    package init<Row>(_ listing: Listing<Row>, _ rows: [Row]) {
        let shown = listing.columns(for: .table)
        let kept = listing.columns(for: .json)
        records = rows.map { row in kept.map { ($0.key, $0.cell(row)) } }
        cells = rows.map { row in shown.map { ($0.cell(row), $0.dates) } }
        columns = shown.map { ($0.title, $0.alignment, $0.mayShrink, $0.wraps) }
        pageColumns = shown.indices.filter { shown[$0].audience != .terminal }
        keys = kept.map(\.key)
        keyTitles = kept.map(\.title)
    }

    /// The same with a column for machines that has one value in every row; in place of the one of that key, if there is one.
    package func adding(_ key: String, _ title: Wording, _ cell: Cell) -> EmbeddedTable {
        var table = self
        if let index = keys.firstIndex(of: key) {
            for row in table.records.indices { table.records[row][index].cell = cell }
        } else {
            for row in table.records.indices { table.records[row].append((key, cell)) }
            table.keys.append(key)
            table.keyTitles.append(title)
        }
        return table
    }

    /// The titles of the columns people see.
    var titles: [Wording] { columns.map(\.title) }

    /// Which of them are worthless when they are broken: references, codes, days.
    var wholeColumns: [Bool] {
        columns.indices.map { index in
            !columns[index].mayShrink || cells.contains { if case .date = $0[index].0.value { true } else { false } }
        }
    }

    /// Which columns are aligned right: those that say so, and those that hold only numbers.
    var numericColumns: [Bool] {
        columns.indices.map { index in
            if let alignment = columns[index].alignment { return alignment == .trailing }
            let values = cells.map { $0[index].0 }.filter { !$0.isAbsent }
            return !values.isEmpty && values.allSatisfy(\.isNumber)
        }
    }

    /// Its rows as fields, a group each.
    var fields: [[Detail.Item]] {
        cells.map { row in
            zip(row, columns).map { cell, column in .field("", column.title, cell.0, dates: cell.1) }
        }
    }

    /// The table as lines for people.
    func text(_ output: Output) -> String {
        var table = Table(
            columns.map {
                Table.Column(
                    title: $0.title[output.language], alignment: $0.alignment, $0.mayShrink, wraps: $0.wraps)
            })
        for line in cells { table.append(line, output) }
        return table.text(output)
    }
}
