import Testing

@testable import sandbox

@Suite("A line that is typed")
struct EditedLineTests {
    private func keys(_ bytes: [UInt8]) -> [EditedLine.Key] {
        var rest = bytes[...]
        var found: [EditedLine.Key] = []
        while let key = EditedLine.Key({ rest.popFirst() }) { found.append(key) }
        return found
    }

    private func typed(_ text: String) -> EditedLine {
        var line = EditedLine()
        for key in keys(Array(text.utf8)) { line.take(key) }
        return line
    }

    @Test("Hangul is erased a syllable at a time, also one that came as Jamo") func hangul() {
        #expect(typed("한글\u{7F}").text == "한")
        #expect(typed("\u{1112}\u{1161}\u{11AB}글\u{7F}\u{7F}").text == "")
        #expect(typed("가👨‍👩‍👧나\u{7F}\u{7F}").text == "가")
    }

    @Test("arrows, Home and End move, and what is typed comes in between") func moving() {
        #expect(typed("나다\u{1B}[D\u{1B}[D가").text == "가나다")
        #expect(typed("나\u{1B}[H가\u{1B}[F다").text == "가나다")
        #expect(typed("나\u{1B}OH가\u{1B}[4~다").text == "가나다")
        #expect(typed("가나\u{1B}[D\u{1B}[3~다").text == "가다")
        #expect(typed("가나 다라\u{17}마").text == "가나 마")
        #expect(typed("가나\u{15}다").text == "다" && typed("가나\u{01}\u{0B}다").text == "다")
        #expect(typed("가\u{1B}[1;5C\u{1B}[200~나\u{06}\u{06}").text == "가나")
    }

    @Test("what is no text is no part of it") func others() {
        let found = keys([0x0D, 0x03, 0x04, 0x1B, 0x5B, 0x41, 0x10, 0x0E, 0x0C, 0x41, 0xFF])
        #expect(
            found == [.enter, .interrupt, .endOfInput, .earlier, .earlier, .later, .nothing, .letters("A"), .nothing])
        #expect(typed("가\u{1B}x나").text == "가나")
    }

    @Test("a line that is longer than the terminal is shown around the cursor, which is between columns") func width() {
        let line = typed(String(repeating: "가", count: 30))
        let shown = line.shown(columns: 20)
        #expect(shown.text.count == 9 && shown.cursor == 18)
        var start = line
        start.take(.start)
        #expect(start.shown(columns: 20).cursor == 0 && start.shown(columns: 20).text.count == 9)
        #expect(typed("가나").shown(columns: 20).text == "가나" && typed("가나").shown(columns: 20).cursor == 4)
    }
}
