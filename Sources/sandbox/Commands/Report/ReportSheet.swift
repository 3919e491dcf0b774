import SandboxCore
import SandboxDomain
import SandboxPresentation

/// What a report says: tables, some of them with a picture. The first table is the report for csv, tsv and jsonl.
struct ReportSheet: Sendable {
    let name: String
    let title: Wording
    let facts: [Page.Fact]
    let parts: [Part]

    /// A table under its caption.
    struct Part: Sendable {
        let key: String
        let caption: Wording
        let table: EmbeddedTable
        let chart: (any Chart)?

        init<Row>(
            _ key: String, _ caption: Wording, _ listing: Listing<Row>, _ rows: [Row], chart: (any Chart)? = nil
        ) {
            (self.key, self.caption, self.chart) = (key, caption, chart)
            table = EmbeddedTable(listing, rows)
        }

        var block: Page.Block { chart.map { .figure(Figure(caption, $0, table)) } ?? .table(caption, table) }
    }

    /// The report as a page.
    var page: Page { Page(title, facts: facts.filter { !$0.value.isAbsent }, [.init(nil, parts.map(\.block))]) }

    /// Writes it; answers the number of rows of its tables.
    func write(to outlet: Outlet) throws -> Int {
        let output = outlet.output
        if let workbookOf = outlet.workbookOf {
            let sink = try WorkbookSink(parts.first?.table.keys ?? [], asOf: workbookOf)
            for row in parts.first?.table.values ?? [] { try sink.append(row) }
            return try sink.finish(to: outlet)
        }
        switch output.format {
        case .ics: throw noFeed
        case .html: try outlet.write(page.html(output.language))
        case .table:
            let said = facts.filter { !$0.value.isAbsent }.map {
                "\($0.title[output.language]): \($0.value.text(output))"
            }.joined(separator: ", ")
            try outlet.write(Array("\(title[output.language])\(said.isEmpty ? "" : " (\(said))")\n".utf8))
            for part in parts {
                try outlet.write(Array("\n\(part.caption[output.language])\n\n".utf8))
                try outlet.write(part.table.bytes(output))
            }
        case .json:
            let facts = facts.compactMap { fact in fact.key.map { JSON.Member($0, fact.value.json) } }
            let tables = parts.map { JSON.Member($0.key, $0.table.json) }
            try outlet.write(JSON.object(facts + tables).bytes(indented: true) + [UInt8(ascii: "\n")])
        case .csv, .tsv, .jsonl:
            if let first = parts.first { try outlet.write(first.table.bytes(output)) }
        }
        return output.format.isOneTable ? parts.first?.table.count ?? 0 : parts.reduce(0) { $0 + $1.table.count }
    }
}

extension Format {
    /// Whether a report of several tables comes down to its first.
    fileprivate var isOneTable: Bool { self == .csv || self == .tsv || self == .jsonl }
}

/// A report: it reads, and says what a sheet says in any format.
protocol SheetCommand: FileCommand {
    func sheet(_ tracker: Tracker) async throws -> ReportSheet
}

extension SheetCommand {
    var notDone: Wording { Wording("보고서를 만들지 못했습니다", "no report was made") }

    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int {
        try await sheet(tracker).write(to: outlet)
    }
}

extension Page.Fact {
    /// What a figure must say of itself.
    static func asOf(_ day: CivilDate?) -> Page.Fact { .init("as_of", Wording("기준일", "As of"), .date(day)) }
}
