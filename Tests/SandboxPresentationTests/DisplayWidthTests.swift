import Testing

@testable import SandboxPresentation

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "of a text is what a terminal gives it",
        arguments: [
            ("", 0), ("plain ASCII", 11), ("과제", 4), ("가나다abc", 9), ("㈜카카오", 8), ("ㅋㅎ", 4),
            ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", 4),  // 한글, spelled in conjoining Jamo
            ("\u{1100}", 2), ("\u{1161}", 0), ("\u{A960}\u{1161}", 2),
            ("漢字かな", 8), ("ＡＢ", 4), ("ｱｲ", 2), ("、。", 4), ("―·", 2),
            ("e\u{301}", 1), ("é", 1), ("\u{301}", 0), ("a\u{200B}b", 2), ("\u{FEFF}x", 1), ("\u{AD}", 0),
            ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇰🇷", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🏳️‍🌈", 2),
            ("नमस्ते", 4), ("\u{1B}[31m", 4), ("…", 1), ("\u{1FAE9}", 2), ("\u{20000}", 2), ("\u{1F1F0}", 2),
        ])
    func width(_ text: String, _ columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test("is the same for every Hangul syllable, composed and in Jamo")
    func hangul() {
        for value in UInt32(0xAC00)...0xD7A3 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let index = value - 0xAC00
            var jamo = ""
            for part in [0x1100 + index / 588, 0x1161 + index % 588 / 28]
                + (index % 28 > 0 ? [0x11A7 + index % 28] : [])
            {
                if let part = Unicode.Scalar(part) { jamo.unicodeScalars.append(part) }
            }
            #expect(String(scalar).displayWidth == 2 && jamo.displayWidth == 2, "U+\(String(value, radix: 16))")
        }
    }

    @Test("of the wide ranges is ascending and disjoint, or halving would miss some")
    func ranges() {
        for (one, next) in zip(WideScalars.ranges, WideScalars.ranges.dropFirst()) {
            #expect(one.first <= one.last && one.last < next.first)
        }
        for range in WideScalars.ranges {
            #expect(Unicode.Scalar(range.first).map(WideScalars.contains) == true)
            #expect(Unicode.Scalar(range.last).map(WideScalars.contains) == true)
        }
        #expect(!WideScalars.contains("\u{1160}") && !WideScalars.contains("\u{A4CF}") && !WideScalars.contains("A"))
    }

    @Test("after cutting is never more than asked for, and cutting never tears a grapheme")
    func truncation() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let text = randomText(&random)
            for columns in 0...12 {
                let cut = text.truncated(toColumns: columns)
                #expect(cut.displayWidth <= columns)
                if text.displayWidth <= columns {
                    #expect(cut == text)
                } else if columns > 0 {
                    #expect(cut.hasSuffix("…"))
                    let kept = Array(cut.dropLast())
                    #expect(kept == Array(text.prefix(kept.count)))
                }
            }
        }
        #expect("가나다라".truncated(toColumns: 6) == "가나…")
        #expect("가나다라".truncated(toColumns: 5) == "가나…")
    }

    @Test("after padding is exactly what was asked for, on either side")
    func padding() {
        #expect("가나".padded(toColumns: 6) == "가나  ")
        #expect("가나".padded(toColumns: 6, .trailing) == "  가나")
        #expect("가나다".padded(toColumns: 4) == "가나다")
    }
}

@Suite("Wrapping")
struct WrappingTests {
    @Test("breaks Korean at spaces, not between syllables")
    func spaces() {
        let lines = "규제 특례가 필요한 사항과 적용 방법".wrapped(toColumns: 14)
        #expect(lines == ["규제 특례가", "필요한 사항과", "적용 방법"])
    }

    @Test("tears only a word that is longer than the line")
    func longWord() {
        #expect("정보통신융합법 제37조".wrapped(toColumns: 8) == ["정보통신", "융합법", "제37조"])
        #expect("가".wrapped(toColumns: 1) == ["가"])
    }

    @Test("keeps line breaks, and an empty text is one empty line")
    func lineBreaks() {
        #expect("하나\n\n둘".wrapped(toColumns: 80) == ["하나", "", "둘"])
        #expect("하나\r\n둘".wrapped(toColumns: nil) == ["하나", "둘"])
        #expect("".wrapped(toColumns: 10) == [""])
    }

    @Test("loses no character but the spaces it breaks at, and keeps to the width")
    func property() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1_000 {
            let text = randomText(&random) + " " + randomText(&random)
            for columns in [2, 7, 20] {
                let lines = text.wrapped(toColumns: columns)
                #expect(lines.allSatisfy { $0.displayWidth <= columns })
                #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            }
        }
    }
}

@Suite("Visible text")
struct VisibleTextTests {
    @Test(
        "shows what would steer a terminal",
        arguments: [
            ("\u{1B}[2J회사", "\\u{1B}[2J회사"), ("a\u{9B}31m", "a\\u{9B}31m"), ("\u{7}\u{8}", "\\u{7}\\u{8}"),
            ("법인\u{202E}gpj.exe", "법인\\u{202E}gpj.exe"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("카카\u{200B}오", "카카\\u{200B}오"), ("a\u{200D}b", "a\\u{200D}b"), ("\u{3164}", "\\u{3164}"),
            ("줄\n바꿈\r\n끝\u{2028}", "줄↵바꿈↵끝↵"), ("탭\t칸", "탭 칸"), ("\u{0}", "\\u{0}"),
        ])
    func escapes(_ text: String, _ shown: String) {
        #expect(text.visible() == shown)
    }

    @Test(
        "leaves words and emoji as they are",
        arguments: [
            "초거대 AI", "👨‍👩‍👧‍👦", "🇰🇷", "❤️", "1️⃣", "e\u{301}", "葛\u{E0100}", "한글", "\u{1112}\u{1161}\u{11AB}",
        ])
    func leaves(_ text: String) {
        #expect(text.visible() == text)
    }

    @Test("has no control character left, whatever comes in")
    func property() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = "a\(Character(scalar))\u{1B}b".visible()
            #expect(!shown.steersTerminal, "U+\(String(value, radix: 16))")
        }
    }
}
