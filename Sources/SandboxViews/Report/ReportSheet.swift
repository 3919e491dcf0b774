import SandboxCore
import SandboxDomain
import SandboxPresentation

/// What a report says: tables, some of them with a picture. The first table is the report for csv, tsv and jsonl.
package struct ReportSheet: Sendable {
    let title: Wording
    private(set) var facts: [Page.Fact]
    /// Of which regime it is: programs always get it, people where there is another.
    private(set) var regime: ReportedRegime.Taken?
    private(set) var parts: [Part]
    /// What a reader of the figures should know, told beside them.
    let note: Wording?

    init(_ title: Wording, facts: [Page.Fact] = [], note: Wording? = nil, _ parts: [Part]) {
        (self.title, self.note, self.parts) = (title, note, parts)
        self.facts = facts.filter { !$0.value.isAbsent }
    }

    /// A table under its caption. People see its totals below the rows; JSON has them apart, and rows of programs not at all.
    struct Part: Sendable {
        let key: String
        let caption: Wording
        let chart: (any Chart)?
        private(set) var rows: EmbeddedTable
        private(set) var totals: EmbeddedTable?
        private(set) var shown: EmbeddedTable
        /// The rows as a calendar feed, if they are days.
        let feed: @Sendable (Output) throws -> [UInt8]

        init<Row: Sendable>(
            _ key: String, _ caption: Wording, _ listing: Listing<Row>, _ rows: [Row], totals: [Row]? = nil,
            chart: (any Chart)? = nil
        ) {
            (self.key, self.caption, self.chart) = (key, caption, chart)
            self.rows = EmbeddedTable(listing, rows)
            self.totals = totals.map { EmbeddedTable(listing, $0) }
            shown = EmbeddedTable(listing, rows + (totals ?? []))
            feed = { output in
                var bytes: [UInt8] = []
                _ = try listing.write(rows, output.unobserved) { bytes += $0 }
                return bytes
            }
        }

        /// The same with the code of the regime in every row that programs get.
        fileprivate func of(_ regime: String?) -> Part {
            var part = self
            let title = Wording("제도", "Regime")
            part.rows = rows.adding("regime", title, .text(regime))
            part.totals = totals?.adding("regime", title, .text(regime))
            part.shown = shown.adding("regime", title, .text(regime))
            return part
        }

        var block: Page.Block { chart.map { .figure(Figure(caption, $0, shown)) } ?? .table(caption, shown) }
    }

    /// The same, as a report of that regime: it says so, and every row that programs get has its code.
    func of(_ regime: ReportedRegime.Taken?) -> ReportSheet {
        var sheet = self
        sheet.regime = regime
        sheet.parts = parts.map { $0.of(regime?.code.code) }
        return sheet
    }

    private var regimeFact: Page.Fact {
        .init("regime", Wording("제도", "Regime"), .code(RegimeName(of: regime)))
    }

    /// What people are told.
    private var shownFacts: [Page.Fact] { regime?.isOnly == false ? [regimeFact] + facts : facts }

    /// The report as a page.
    var page: Page {
        Page(title, facts: shownFacts, [.init(nil, (note.map { [.note($0)] } ?? []) + parts.map(\.block))])
    }

    /// Writes it; answers the number of rows of its tables.
    func write(_ output: Output, _ sink: ([UInt8]) throws -> Void) throws -> Int {
        let first = parts.first?.rows
        output.observe?(.output(shape))
        switch output.format {
        case .ics:
            guard let first = parts.first else { throw noFeed }
            try sink(first.feed(output))
            return first.rows.count
        case .html:
            try sink(page.html(output))
            return parts.reduce(0) { $0 + $1.shown.count }
        case .table:
            try sink(Array((try text(output)).utf8))
            return parts.reduce(0) { $0 + $1.shown.count }
        case .json:
            let facts = ([regimeFact] + facts).compactMap { fact in
                fact.key.map { JSON.Member($0, fact.value.json) }
            }
            let tables = tables.map { JSON.Member($0.key, $0.rows.json) }
            try sink(JSON.object(facts + tables).bytes(indented: true) + [UInt8(ascii: "\n")])
            return parts.reduce(0) { $0 + $1.rows.count + ($1.totals?.count ?? 0) }
        case .csv, .tsv, .jsonl:
            if let first { try sink(first.bytes(output)) }
            return first?.count ?? 0
        }
    }

    /// What JSON has after the facts.
    private var tables: [(key: String, title: Wording, rows: EmbeddedTable)] {
        parts.flatMap { part in
            [(part.key, part.caption, part.rows)] + (part.totals.map { [("total", Total.total.wording, $0)] } ?? [])
        }
    }

    /// What machines get of it.
    private var shape: PrintedShape {
        let facts = ([regimeFact] + facts).compactMap { fact in
            fact.key.map { Shape.Key($0, [fact.title], Shape(fact.value)) }
        }
        let tables = tables.map { Shape.Key($0.key, [$0.title], .array(Shape(rowsOf: $0.rows))) }
        return PrintedShape(
            document: .object(facts + tables), line: parts.first.map { Shape(rowsOf: $0.rows) } ?? Shape())
    }

    private func text(_ output: Output) throws -> String {
        let said = shownFacts.map { "\($0.title[output.language]): \($0.value.text(output))" }.joined(separator: ", ")
        let heading = "\(title[output.language])\(said.isEmpty ? "" : " (\(said))")"
        var text = heading.wrapped(toColumns: output.width).joined(separator: "\n") + "\n"
        for part in parts {
            text += "\n\(part.caption[output.language])\n\n"
            text += String(decoding: try part.shown.bytes(output), as: UTF8.self)
        }
        return text
    }
}
