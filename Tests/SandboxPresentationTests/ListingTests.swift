import Foundation
import SandboxDomain
import Testing

@testable import SandboxPresentation

private struct Row {
    var reference = "TP-2026-0001"
    var company: String? = "카카오페이"
    var ministries = 2
    var filed: CivilDate? = "2026-11-20"
}

private let listing = Listing<Row>([
    Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference) },
    Column("company", "회사", "Company") { .text($0.company) },
    Column("ministry_count", "부처", "Ministries") { .integer($0.ministries) },
    Column("filed_on", "제출일", "Filed", dates: .relative) { .date($0.filed) },
    Column("laws", "법령", "Laws", for: .machines) { _ in .texts(["저작권법", "특허법"]) },
    Column("note", "비고", "Note", for: .people) { _ in .text("보류") },
])

@Suite("A listing")
struct ListingTests {
    @Test("is a table aligned by display width for people")
    func table() throws {
        let rows = [Row(), Row(reference: "DE-2026-0012", company: "Naver", ministries: 12, filed: nil)]
        let today: CivilDate = "2026-11-23"
        #expect(
            try render(listing, rows, Output(format: .table, language: .korean, today: today)).text == """
                과제번호      회사        부처  제출일  비고
                TP-2026-0001  카카오페이     2  3일 전  보류
                DE-2026-0012  Naver         12  -       보류

                """)
    }

    @Test("is tab-separated with ISO dates in a pipe, whatever the language")
    func tsv() throws {
        let row = Row(company: "가\t나\\다\n라\u{1B}")
        for language in Language.allCases {
            #expect(
                try render(listing, [row], Output(format: .tsv, language: language)).text
                    == "reference\tcompany\tministry_count\tfiled_on\tlaws\n"
                    + "TP-2026-0001\t가\\t나\\\\다\\n라\\x1B\t2\t2026-11-20\t저작권법; 특허법\n")
        }
    }
}

/// What a listing writes, and what it says about it.
func render<Row>(
    _ listing: Listing<Row>, _ rows: [Row], _ output: Output, limit: Int? = nil, total: Int? = nil
) throws -> (text: String, written: Saved) {
    var bytes: [UInt8] = []
    let written = try listing.write(rows, output, limit: limit, total: total) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), written)
}

@Suite("A listing as JSON")
struct ListingJSONTests {
    private let json = Output(format: .json, language: .korean)

    @Test("is an array with keys in the order of the columns, one row a line")
    func array() throws {
        let row = Row(company: nil)
        let object =
            #"{"reference":"TP-2026-0001","company":null,"ministry_count":2,"filed_on":"2026-11-20","#
            + #""laws":["저작권법","특허법"]}"#
        #expect(try render(listing, [row, row], json).text == "[\n\(object),\n\(object)\n]\n")
        let lines = Output(format: .jsonl, language: .english)
        #expect(try render(listing, [row, row], lines).text == "\(object)\n\(object)\n")
    }

    @Test("is an empty array without rows, and nothing at all in lines")
    func empty() throws {
        #expect(try render(listing, [], json).text == "[]\n")
        #expect(try render(listing, [], Output(format: .jsonl, language: .english)).text == "")
        #expect(
            try render(listing, [], json, limit: 5).text == #"{"rows":[],"truncated":false,"limit":5,"total":0}"# + "\n"
        )
    }

    @Test("says in an object of its own whether the limit that was asked for has bitten")
    func limited() throws {
        let reference = Listing<Int>([Column("n", "수", "N") { .integer($0) }])
        let cut = try render(reference, [1, 2, 3], json, limit: 2)
        #expect(cut.text == "{\"rows\":[\n{\"n\":1},\n{\"n\":2}\n],\"truncated\":true,\"limit\":2,\"total\":null}\n")
        #expect(cut.written.isTruncated)
        let counted = try render(reference, [1, 2], json, limit: 2, total: 1_234)
        #expect(counted.text.hasSuffix("],\"truncated\":true,\"limit\":2,\"total\":1234}\n"))
        let whole = try render(reference, [1, 2], json, limit: 2)
        #expect(whole.text.hasSuffix("],\"truncated\":false,\"limit\":2,\"total\":2}\n"))
    }

    @Test("is valid JSON for another reader, whatever the cells hold")
    func valid() throws {
        var random = SeededGenerator(seed: 17)
        let any = Listing<[Cell]>((0..<4).map { index in Column("k\(index)", "열", "Column") { $0[index] } })
        let rows = (0..<500).map { _ -> [Cell] in
            let text = randomText(&random, from: hostileGraphemes)
            return [.text(text), .list([.text(text), .null, .integer(3)]), .decimal("1.50"), .json("{\"a\": [null]}")]
        }
        let text = try render(any, rows, json).text
        let read = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(read.count == rows.count)
        for (row, object) in zip(rows, read) { #expect(object["k0"] as? String == row[0].plainText) }
        let lines = try render(any, rows, Output(format: .jsonl, language: .korean)).text.utf8.split(separator: 10)
        #expect(lines.count == rows.count)
        for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any]) }
    }
}

@Suite("A limit")
struct LimitTests {
    @Test("that bites is said to people in their language")
    func notice() throws {
        let one = Listing<Int>([Column("n", "수", "N") { .integer($0) }])
        for format in Format.allCases where format != .ics {
            let korean = try render(
                one, Array(0..<4), Output(format: format, language: .korean), limit: 3, total: 1_234)
            #expect(korean.written.notice == "전체 1,234건 중 3건만 표시했습니다.")
            let english = try render(one, Array(0..<4), Output(format: format, language: .english), limit: 3)
            #expect(english.written.notice == "Only the first 3 rows are shown; there are more.")
            #expect(try render(one, [1], Output(format: format, language: .english), limit: 3).written.notice == nil)
            #expect(try render(one, [1], Output(format: format, language: .english)).written.notice == nil)
        }
        #expect(try render(one, [], Output(format: .table, language: .korean)).written.notice == "해당하는 항목이 없습니다.")
        #expect(try render(one, [], Output(format: .json, language: .korean)).written.notice == nil)
    }

    @Test("is set by default for a person's table only; machines get everything unless they ask")
    func defaults() {
        var table = Output(format: .table, language: .korean, isTerminal: true)
        #expect(table.limit(asked: nil, table: 50) == 50)
        #expect(table.limit(asked: 0, table: 50) == nil)
        #expect(table.limit(asked: 7, table: 50) == 7)
        table.isTerminal = false
        #expect(table.limit(asked: nil, table: 50) == nil)
        for format in Format.allCases where format != .table && format != .ics {
            #expect(Output(format: format, language: .korean, isTerminal: true).limit(asked: nil, table: 50) == nil)
            #expect(Output(format: format, language: .korean).limit(asked: 7, table: 50) == 7)
        }
    }

    @Test("aside, rows stream: bytes are handed on long before the end, and a sink's error stops the writing")
    func streaming() throws {
        struct Full: Error {}
        let one = Listing<Int>([Column("n", "수", "N") { .integer($0) }])
        for format in [Format.tsv, .csv, .json, .jsonl] {
            var pieces = 0
            var largest = 0
            var writer = ListingWriter(one, Output(format: format, language: .korean)) {
                pieces += 1
                largest = max(largest, $0.count)
            }
            for number in 0..<100_000 { try writer.write(number) }
            #expect(pieces >= 5 && largest < 70_000)
            var failing = ListingWriter(one, Output(format: format, language: .korean)) { _ in throw Full() }
            #expect(throws: Full.self) { try (0..<100_000).forEach { try failing.write($0) } }
        }
    }
}

@Suite("A table")
struct TableTests {
    @Test("shrinks the widest text columns to fit a terminal, never references, codes or numbers")
    func shrinks() throws {
        let listing = Listing<(String, String, Int)>([
            Column("reference", "번호", "Reference", mayShrink: false) { .text($0.0) },
            Column("stage", "단계", "Stage") { _ in .code(Stage.consulting) },
            Column("service", "서비스", "Service") { .text($0.1) },
            Column("count", "수", "Count") { .integer($0.2) },
        ])
        let rows = [("TP-2026-0001", String(repeating: "초거대", count: 20), 1), ("TP-2026-0002", "짧음", 100)]
        var output = Output(format: .table, language: .korean, isTerminal: true, width: 60)
        let lines = try render(listing, rows, output).text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.displayWidth <= 60 })
        #expect(lines[1] == "TP-2026-0001  관계부처 협의  " + String(repeating: "초거대", count: 4) + "…     1")
        output.width = 10
        let narrow = try render(listing, rows, output).text
        #expect(narrow.contains("100"))
        output.width = nil
        #expect(try render(listing, rows, output).text.contains(rows[0].1))
    }

    @Test("what does not fit beside the rest goes on in the next line, under a header that does so too") func folds()
        throws
    {
        let listing = Listing<String>([
            Column("reference", "번호", "Reference", mayShrink: false) { .text($0) },
            Column("due_on", "만료일", "Due") { _ in .date("2026-12-10") },
            Column("ended_on", "끝", "Ended") { _ in .date("2026-12-24") },
            Column("company", "기업", "Company") { _ in .text("예시 초거대AI 주식회사") },
            Column("service", "서비스", "Service") { _ in .text(String(repeating: "초거대", count: 20)) },
            Column("count", "수", "Count") { _ in .integer(1_234_567) },
        ])
        var output = Output(format: .table, language: .english, isTerminal: true, width: 48)
        let lines = try render(listing, ["DE-2026-0001", "DE-2026-0002"], output).text.split(separator: "\n")
        #expect(lines.count == 6 && lines.allSatisfy { $0.displayWidth <= 48 })
        #expect(lines[0].hasPrefix("Reference     Due ") && lines[1].hasPrefix("    Company "))
        #expect(lines[2] == "DE-2026-0001  10 Dec 2026  24 Dec 2026")
        #expect(lines[3].hasPrefix("    예시 초거대A") && lines[3].hasSuffix("1234567"))
        output.width = 120
        #expect(try render(listing, ["DE-2026-0001"], output).text.split(separator: "\n").count == 2)
    }

    @Test("where not all fits, a column in which no row has anything is left out, before a row takes two lines")
    func empty() throws {
        let listing = Listing<String?>([
            Column("reference", "번호", "Reference", mayShrink: false) { _ in .text("DE-2026-0001") },
            Column("to_do", "할 일", "To do", mayShrink: false) { _ in .text("책임보험 가입·제출") },
            Column("late", "기한 뒤 회차", "Too late at", mayShrink: false) { _ in .text(nil) },
            Column("company", "기업", "Company") { .text($0) },
        ])
        var output = Output(format: .table, language: .korean, isTerminal: true, width: 44)
        #expect(
            try render(listing, ["한빛"], output).text.split(separator: "\n") == [
                "번호          할 일               기업", "DE-2026-0001  책임보험 가입·제출  한빛",
            ])
        #expect(!(try render(listing, [nil, nil], output).text.contains("기업")))
        output.width = 80
        #expect(try render(listing, ["한빛"], output).text.contains("기한 뒤 회차"))
    }

    @Test("a sentence goes on in the next line, whole; what is beside it is said once") func sentences() throws {
        let listing = Listing<(String, String)>([
            Column("verdict", "판정", "Verdict", mayShrink: false) { .text($0.0) },
            Column("says", "내용", "Finding", wraps: true) { .text($0.1) },
        ])
        let sentence = "달력이 2026년까지만 있어 그 뒤의 기한은 셀 수 없습니다"
        var output = Output(format: .table, language: .korean, isTerminal: true, width: 30)
        let lines = try render(listing, [("문제", sentence), ("정상", "좋음")], output).text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.displayWidth <= 30 } && !lines.contains { $0.contains("…") })
        #expect(lines.count == 5 && lines[2].hasPrefix("      ") && lines.last == "정상  좋음")
        #expect(lines[1...3].map { $0.dropFirst(4).drop { $0 == " " } }.joined(separator: " ") == sentence)
        output.width = nil
        #expect(try render(listing, [("문제", sentence)], output).text == "판정  내용\n문제  \(sentence)\n")
    }

    @Test("colours only when asked to, and alignment does not see colours")
    func colours() throws {
        let listing = Listing<Stage>([
            Column("stage", "단계", "Stage") { .code($0) },
            Column("n", "수", "N") { _ in .text("끝") },
        ])
        var output = Output(format: .table, language: .korean)
        let plain = try render(listing, Stage.allCases, output).text
        output.hasColours = true
        let coloured = try render(listing, Stage.allCases, output).text
        #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}[31m반려\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
    }

    @Test("keeps a forged company name on its line")
    func forged() throws {
        let listing = Listing<String>([
            Column("name", "회사", "Company") { .text($0) }, Column("n", "수", "N") { _ in .integer(1) },
        ])
        let text = try render(listing, ["\u{1B}[1A승인\n가짜\u{202E}"], Output(format: .table, language: .korean)).text
        #expect(text == "회사                        수\n\\u{1B}[1A승인↵가짜\\u{202E}   1\n")
    }
}
