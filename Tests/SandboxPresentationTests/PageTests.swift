import Foundation
import SandboxDomain
import Testing

@testable import SandboxPresentation

private struct Row {
    var name = "카카오페이"
    var cases: Int? = 3
}

private let listing = Listing<Row>([
    Column("name", "기업", "Company") { .text($0.name) },
    Column("cases", "과제", "Cases") { .integer($0.cases) },
    Column("machine", "기계", "Machine", for: .machines) { _ in .text("hidden") },
])

private func html(_ page: Page, _ language: Language = .korean) -> String {
    String(decoding: page.html(language), as: UTF8.self)
}

@Suite("A page")
struct PageTests {
    private let hostile = "<script>alert('x')</script> & \"quoted\" \u{202E}reversed"
    private let defused =
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot; \\u{202E}reversed"

    @Test("whatever data says stays text: in titles, values, tables, pictures and their labels") func escapes() {
        let words = Wording(hostile, hostile)
        let table = EmbeddedTable(listing, [Row(name: hostile)])
        let page = Page(
            words, facts: [.init(words, .text(hostile))],
            [
                .init(
                    words,
                    [
                        .note(words), .paragraph(hostile), .list([.text(hostile)]), .table(words, table),
                        .figure(Figure(words, BarChart([.init(.text(hostile), 1, note: words)]), table)),
                        .figure(Figure(words, Histogram([.init(.text(hostile), 1)]), table)),
                        .figure(
                            Figure(
                                words,
                                GanttChart(
                                    [.init(.text(hostile), promised: .init("2026-01-01", "2026-06-30"))], today: nil),
                                table)),
                        .figure(Figure(words, LineChart([.init(.text(hostile), [("2026-01-01", 1)])]), table)),
                        .section(.init(words, [.facts([.init(words, .text(hostile))])])),
                    ])
            ])
        let text = html(page)
        #expect(!text.contains("<script") && !text.contains("\u{202E}"))
        #expect(text.components(separatedBy: defused).count > 15)
        #expect(!text.contains("hidden"))
    }

    @Test("needs neither network nor script, says its language, and is the same bytes for the same values") func whole()
    {
        let page = Page(
            Wording("현황", "State"), [.init(nil, [.table(Wording("표", "Table"), EmbeddedTable(listing, [Row()]))])])
        for (language, title) in [(Language.korean, "현황"), (.english, "State")] {
            let text = html(page, language)
            #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
            #expect(text.contains("<title>\(title)</title>") && text.contains("<h1>\(title)</h1>"))
            #expect(text.contains("default-src &#39;none&#39;") && text.contains("@media print"))
            for word in ["http:", "https:", "url(", "@import", " src=", "<link", "javascript"] {
                #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains(word), "\(word)")
            }
            #expect(text == html(page, language))
        }
    }

    @Test("numbers are aligned right, texts left; an empty table says so") func tables() {
        let text = html(
            Page(
                Wording("표", "Tables"),
                [
                    .init(
                        nil,
                        [
                            .table(Wording("가득", "Full"), EmbeddedTable(listing, [Row(), Row(cases: nil)])),
                            .table(Wording("빔", "Empty"), EmbeddedTable(listing, [])),
                        ])
                ]), .english)
        #expect(text.contains("<th scope=\"col\">Company</th><th scope=\"col\" class=\"number\">Cases</th>"))
        #expect(text.contains("<td>카카오페이</td><td class=\"number\">3</td>"))
        #expect(text.contains("<td class=\"number\">-</td>"))
        #expect(text.contains("<p>Empty: Nothing to show.</p>"))
    }

    @Test("every picture has its numbers below it") func figures() {
        let text = html(
            Page(
                Wording("그림", "Pictures"),
                [
                    .init(
                        nil,
                        [
                            .figure(
                                Figure(
                                    Wording("막대", "Bars"), BarChart([.init(.text("가"), 7)]),
                                    EmbeddedTable(listing, [Row()])))
                        ])
                ]),
            .english)
        #expect(text.contains("role=\"img\" aria-label=\"Bars\"") && text.contains("<details open=\"open\">"))
        #expect(text.contains("<caption>Bars</caption>"))
    }

    @Test("a detail keeps its headings and what is under them") func detail() {
        let detail = Detail(
            "TP-2026-0001",
            [
                .field("reference", Wording("과제번호", "Reference"), .text("TP-2026-0001")),
                .section(
                    "applicant", Wording("신청인", "Applicant"), [.field("name", Wording("회사", "Company"), .text("가나"))]),
                .section(
                    Wording("제안", "Proposal"),
                    [
                        .paragraph("need", Wording("필요", "Need"), "하나\n둘"),
                        .paragraph("none", Wording("무", "None"), nil),
                        .list("reasons", Wording("사유", "Reasons"), ["이유"]),
                        .rows("rows", Wording("협의", "Consultations"), listing, [Row()]),
                        .each(
                            "parts", Wording("부분", "Parts"),
                            [.init("제1부", [.field("a", Wording("값", "Value"), .integer(1))])]),
                        .machines("machine", .text("for machines")),
                    ]),
            ])
        let text = html(Page(Wording("과제", "Case"), detail: detail), .english)
        for part in [
            "<dt>Reference</dt><dd>TP-2026-0001</dd>", "<h2>Applicant</h2>", "<h2>Proposal</h2>", "<h3>Need</h3>",
            "<p class=\"written\">하나\n둘</p>", "<h3>Reasons</h3><ul><li>이유</li></ul>",
            "<caption>Consultations</caption>",
            "<h4>제1부</h4>",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("for machines") && !text.contains("None"))
    }
}

@Suite("Pictures")
struct ChartTests {
    private func svg(_ chart: some Chart, _ language: Language = .english) -> [String] {
        chart.drawings(Output(format: .html, language: language)).map { $0.svg(label: "x").source }
    }

    @Test("a bar is as long as its share of the longest; the smallest is still seen, none is not drawn") func bars() {
        let drawn = svg(
            BarChart([.init(.text("a"), 1000), .init(.text("b"), 500), .init(.text("c"), 1), .init(.text("d"), 0)]))
        #expect(drawn.count == 1)
        for width in ["width=\"430\"", "width=\"215\"", "width=\"1\""] { #expect(drawn[0].contains(width), "\(width)") }
        #expect(drawn[0].components(separatedBy: "<rect").count == 4)
        #expect(drawn[0].contains(">1,000<"))
        #expect(svg(BarChart([])).count == 1 && svg(Histogram([])).count == 1)
    }

    @Test("more rows than fit a page of paper become several drawings, and none is lost") func pages() {
        let bars = (1...80).map { BarChart.Bar(.integer($0), $0) }
        #expect(svg(BarChart(bars)).count == 3)
        let rows = (1...99).map { GanttChart.Row(.text("P\($0)"), promised: .init("2026-01-01", "2026-06-30")) }
        let drawings = svg(GanttChart(rows, today: nil))
        #expect(drawings.count == 4)
        #expect(drawings.joined().components(separatedBy: "<text x=\"0\"").count == 100)
    }

    @Test("promised, expected and come differ in shape, not in colour; the years are above") func gantt() {
        let row = GanttChart.Row(
            .text("저작권법"), promised: .init(from: "2021-01-01", to: "2021-06-30"),
            expected: .init("2023-01-01", "2023-12-31"),
            cameOn: "2024-03-01")
        let drawn = svg(GanttChart([row], today: "2022-05-01"))[0]
        #expect(
            drawn.contains("stroke-dasharray=\"4 2\"") && drawn.contains("fill=\"#bbb\"") && drawn.contains("<polygon"))
        for word in ["2021", "2024", "1 Jan 2021 – 30 Jun 2021", "Promised", "Expected now", "As of 1 May 2022"] {
            #expect(drawn.contains(word), "\(word)")
        }
        #expect(GanttChart.Span(from: nil, to: nil) == nil)
        #expect(svg(GanttChart([], today: "2022-05-01")).isEmpty)
        #expect(svg(GanttChart([.init(.text("언제인지 모름"), promised: nil)], today: nil)).isEmpty)
    }

    @Test("the days of an axis are in proportion, over whole years") func axis() throws {
        let axis = try #require(TimeAxis(["2020-03-01", "2021-02-01"], left: 0, right: 731))
        #expect(axis.x("2020-01-01") == 0 && axis.x("2021-01-01") == 366 && axis.x("2021-12-31") == 730)
    }

    @Test("lines are told apart by their dashes") func lines() {
        let drawn = svg(
            LineChart([
                .init(.text("하나"), [("2026-01-01", 0), ("2026-06-01", 10)]), .init(.text("둘"), [("2026-01-01", 5)]),
            ]))[0]
        #expect(drawn.contains("stroke-dasharray=\"6 3\"") && drawn.contains("하나") && drawn.contains("둘"))
        #expect(svg(LineChart([])).isEmpty)
    }
}
