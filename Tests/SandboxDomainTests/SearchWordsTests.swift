import SandboxDomain
import Testing

@Suite("Words to look for") struct SearchWordsTests {
    @Test(
        "are compared by their letters",
        arguments: [
            ("개인정보 보호법", ["개인정보", "보호법"]), ("「개인정보 보호법」", ["개인정보", "보호법"]), ("ＡＩ　Ai ai", ["ai"]),
            ("가명·처리, AI-기반", ["가명처리", "ai기반"]), ("50% _x_", ["50", "x"]), ("'의료' \"기기\"", ["의료", "기기"]),
            ("🚗 자동차", ["자동차"]), ("de-2026-1", ["DE-2026-0001"]), ("ｄｅ—2026—12", ["DE-2026-0012"]),
            ("DRAFT-17", ["draft17"]),
            ("ㄱㅇㅈㅂ", ["ㄱㅇㅈㅂ"]), ("ㄳ ㅀㅄ", ["ㄱㅅ", "ㄹㅎㅂㅅ"]), ("약", ["약"]),
        ]) func read(text: String, words: [String]) throws
    {
        #expect(try SearchWords(text).words == words)
    }

    @Test("must have a letter", arguments: ["", "  ", "?!", "%", "🚗", "'\"", "_", "․"]) func nothing(text: String) {
        #expect(throws: InputProblem.nothingToSearch(text)) { try SearchWords(text) }
    }

    @Test("have a limit") func long() throws {
        #expect(throws: InputProblem.tooLong(found: 10_000, maximum: 300)) {
            try SearchWords(String(repeating: "가", count: 10_000))
        }
        #expect(try SearchWords(String(repeating: "가", count: 300)).words.count == 1)
    }
}
