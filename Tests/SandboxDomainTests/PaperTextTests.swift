import SandboxDomain
import Testing

@Suite("Texts of official papers")
struct PaperTextTests {
    private func problem(_ text: String, _ kind: PaperKind = .receipt, parts: [String: String] = [:]) -> InputProblem? {
        do {
            _ = try PaperText(text, of: kind, parts: parts)
            return nil
        } catch { return error }
    }

    @Test("a line is a row, a heading, a table, an enclosure or a paragraph") func lines() throws {
        let text = try PaperText(
            """
            | 과제 | {reference} | 기업 | {company}
            # 제출서류
            [papers?]
              가. {service}
            + 신청서 1부.
            ---
            """, of: .receipt)
        #expect(text.lines.count == 6)
        guard case .row(let cells) = text.lines[0].content else { throw InputProblem.missingValue }
        #expect(
            cells.map { $0.filled([.reference: "DE-2026-0001", .company: "한빛"]) } == ["과제", "DE-2026-0001", "기업", "한빛"])
        #expect(text.lines[2].content == .table(.papers, mayBeEmpty: true))
        guard case .paragraph(_, let level) = text.lines[3].content else { throw InputProblem.missingValue }
        #expect(level == 1)
    }

    @Test(
        "what means nothing is a problem",
        arguments: ["{nonsense}", "[nonsense]", "? nonsense: 말", "> nowhere", "{outcome}", "[each]", "{service"])
    func unknown(text: String) { #expect(problem(text) != nil) }

    @Test("a part is taken in, and one that takes itself in is not") func parts() throws {
        let text = try PaperText("> foot", of: .receipt, parts: ["foot": "담당자: {official}"])
        #expect(text.missing([:], filled: []) == [.field(.official)])
        #expect(problem("> foot", parts: ["foot": "> foot"]) != nil)
    }

    @Test("what is asked for and not known is missing; a line of another case is not printed") func missing() throws {
        let text = try PaperText(
            """
            ? summary: {summary} {company}
            ! summary: 없음 {service}
            [papers]
            """, of: .receipt)
        #expect(text.missing([.summary: "요약", .company: "한빛"], filled: []) == [.table(.papers)])
        #expect(text.missing([:], filled: [.papers]) == [.field(.service)])
    }

    @Test("the items of a meeting have facts of their own") func items() throws {
        let text = try PaperText("[each]\n{opinion}\n[end]\n{meeting}", of: .agenda)
        #expect(text.missing([.meeting: "제1차"], filled: []) == [])
        #expect(text.ofItems?.missing([:], filled: []) == [.field(.opinion)])
        #expect(problem("[each]\n{opinion}", .agenda) != nil)
        #expect(problem("{opinion}", .agenda) != nil)
    }
}
