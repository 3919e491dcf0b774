@testable import SandboxPresentation

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Up to ten graphemes of every kind that has ever broken a table.
func randomText(_ random: inout SeededGenerator, from alphabet: [String] = graphemes) -> String {
    (0..<Int.random(in: 0...10, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
}

let graphemes = [
    "a", "Z", "7", " ", "가", "힣", "漢", "ｱ", "Ａ", "e\u{301}", "👍🏽", "👨‍👩‍👧‍👦", "🇰🇷", "❤️", "\u{1112}\u{1161}\u{11AB}", "\\",
]

/// What additionally breaks separated values and JSON.
let hostileGraphemes =
    graphemes + [
        "\"", ",", "\t", "\n", "\r", "\r\n", "'", "=", "\u{0}", "\u{1B}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2028}",
        "\u{FFFE}", "\u{10FFFF}", "\u{61C}", "/", ";", "\u{FEFF}",
    ]

extension String {
    /// Whether something in the text could steer a terminal.
    var steersTerminal: Bool { unicodeScalars.contains { $0.isControlling } }
}
