/// What somebody looks for: words of which every one must occur.
///
/// A word is compared by its letters and digits alone, in lower case and half-width, and whatever the spaces and marks between
/// them. A number of a case is read as people write it. A word of consonants (`ㄱㅇㅈㅂ`) is looked for among the initials of
/// names (초성).
/// Example: ` 「개인정보 보호법」  ＡＩ ` → `개인정보`, `보호법`, `ai`; `de-2026-1` → `DE-2026-0001`.
public struct SearchWords: Hashable, Sendable {
    /// The greatest length, in Unicode code points.
    public static let maximum = 300
    /// The words; never empty.
    public let words: [String]

    /// Reads what was typed, composed to NFC.
    /// - Throws: ``InputProblem/tooLong(found:maximum:)``, or ``InputProblem/nothingToSearch(_:)`` for text without a letter.
    public init(_ text: String) throws(InputProblem) {
        let length = text.unicodeScalars.count
        guard length <= Self.maximum else { throw .tooLong(found: length, maximum: Self.maximum) }
        var words: [String] = []
        for part in text.split(whereSeparator: \.isWhitespace) {
            let word = Self.word(String(part))
            if !word.isEmpty, !words.contains(word) { words.append(word) }
        }
        guard !words.isEmpty else { throw .nothingToSearch(text) }
        self.words = words
    }

    /// Whether a word is looked for among the initials of names.
    public static func areInitials(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { (0x3131...0x314E).contains($0.value) }
    }

    private static func word(_ text: String) -> String {
        if let reference = try? CaseReference(text), reference.isNumbered {
            return reference.description
        }
        let letters = letters(of: text)
        return areInitials(letters) ? String(letters.flatMap { clusters[$0] ?? String($0) }) : letters
    }

    /// The letters and digits of a text, half-width and in lower case.
    public static func letters(of text: String) -> String {
        String(halfWidth(text).lowercased().unicodeScalars.filter(isSearched).map(Character.init))
    }

    /// Whether a scalar is compared: a letter or a digit.
    public static func isSearched(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) }
        // The middle dot of statutes (U+318D) counts as a letter; it is none.
        if scalar.value == 0x318D || scalar.value == 0x119E { return false }
        let properties = scalar.properties
        return (properties.isAlphabetic || properties.numericType != nil) && !properties.isDefaultIgnorableCodePoint
    }

    /// Two consonants that keyboards join to one.
    private static let clusters: [Character: String] = [
        "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ",
        "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
    ]
}

/// A document of a case. Each is searched by itself.
public enum SearchedPart: String, StableCode {
    /// The proposal, with the company, the laws and the ministries that were asked.
    case proposal
    /// Whom to ask about it.
    case contact
    /// A paper that is text.
    case paper
}
