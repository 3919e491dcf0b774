import SandboxDomain
import Testing

@testable import SandboxPresentation

private struct Row {
    var reference = "TP-2026-0001"
    var company: String? = "카카오페이"
    var ministries = 2
    var filed: CivilDate? = CivilDate(year: 2026, month: 11, day: 20)
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
        let today = CivilDate(year: 2026, month: 11, day: 23)
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
) throws -> (text: String, written: Written) {
    var bytes: [UInt8] = []
    let written = try listing.write(rows, output, limit: limit, total: total) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), written)
}
