import SandboxDomain
import Testing

@testable import SandboxPresentation

@Suite("Marked places of a text") struct MarkTests {
    private func table(_ text: String, _ marks: [Range<Int>], width: Int? = nil, colours: Bool = true) throws -> String
    {
        let listing = Listing<String>([Column("text", "글", "Text") { .text($0, marks: marks) }])
        var bytes: [UInt8] = []
        let output = Output(
            format: .table, language: .korean, isTerminal: true, width: width, hasColours: colours)
        _ = try listing.write([text], output) { bytes += $0 }
        return String(String(decoding: bytes, as: UTF8.self).split(separator: "\n")[1])
    }

    @Test("are bold, in code points, and nothing without colours") func bold() throws {
        #expect(try table("가명 처리", [0..<2, 3..<5]) == "\u{1B}[1m가명\u{1B}[0m \u{1B}[1m처리\u{1B}[0m")
        #expect(try table("가명 처리", [0..<2], colours: false) == "가명 처리")
        #expect(try table("가명", []) == "가명")
    }

    @Test("end where the text is cut") func cut() throws {
        #expect(
            try table("개인정보의 가명 처리", [0..<4, 6..<8], width: 8) == "\u{1B}[1m개인정\u{1B}[0m\u{1B}[1m…\u{1B}[0m"
                || table("개인정보의 가명 처리", [0..<4, 6..<8], width: 8) == "\u{1B}[1m개인정…\u{1B}[0m")
    }

    @Test("move with what is shown in place of a control character") func visible() throws {
        #expect(try table("\u{1B}[가명", [2..<4]) == "\\u{1B}[\u{1B}[1m가명\u{1B}[0m")
    }
}
