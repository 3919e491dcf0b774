/// How a word ends when a Korean reads it aloud, as far as that decides a particle.
enum WordEnding: Equatable {
    case vowel, consonant
    /// The consonant ㄹ, after which 로 is said instead of 으로.
    case rieul
    /// The word has no reading that could be known from its letters.
    case unknown

    init(of word: some StringProtocol) {
        let spoken = spokenPart(Array(word.unicodeScalars))
        guard let last = spoken.last else {
            self = .unknown
            return
        }
        switch last.value {
        case 0xAC00...0xD7A3: self.init(finalIndex: (last.value - 0xAC00) % 28)
        case 0x11A8...0x11FF: self = last.value == 0x11AF ? .rieul : .consonant
        case 0x1161...0x11A7, 0x314F...0x3163: self = .vowel
        case 0x3131...0x314E: self = last == "ㄹ" ? .rieul : .consonant
        case 0x30...0x39: self.init(digits: spoken.reversed().prefix { $0.isNumberPart }.reversed())
        case 0x41...0x5A, 0x61...0x7A: self.init(latin: spoken.reversed().prefix { $0.isLatin }.reversed(), in: spoken)
        case 0x25, 0x2103: self = .vowel  // 퍼센트, 도
        default: self = .unknown
        }
    }

    /// From the index of a syllable's final: 0 none, 8 ㄹ.
    private init(finalIndex: UInt32) {
        self = finalIndex == 0 ? .vowel : finalIndex == 8 ? .rieul : .consonant
    }

    /// 일 and 칠, 팔 end in ㄹ, 이 사 오 구 in a vowel, 영 삼 육 in a consonant; 십 백 천 만 억 경 in one, 조 not.
    private init(digits: [Unicode.Scalar]) {
        let digits = digits.filter { $0 != "," }
        let zeros = digits.reversed().prefix { $0 == "0" }.count
        let isWhole = !digits.contains(".")
        if zeros > 0 && isWhole && zeros < digits.count {
            self = (12...15).contains(zeros) ? .vowel : .consonant
            return
        }
        switch digits.last {
        case "1", "7", "8": self = .rieul
        case "2", "4", "5", "9": self = .vowel
        default: self = .consonant
        }
    }

    /// Letter by letter if they are few capitals or hang on a digit (`KT`, `5G`), else as a transcribed word.
    private init(latin letters: [Unicode.Scalar], in word: [Unicode.Scalar]) {
        let isSpelled = letters.count == 1 || (letters.count <= 4 && letters.allSatisfy { $0.value <= 0x5A })
        let lower = letters.map { Character($0).lowercased() }.joined()
        if isSpelled {
            switch lower.last {
            case "l", "r": self = .rieul
            case "m", "n": self = .consonant
            default: self = .vowel
            }
        } else {
            self.init(transcribed: lower)
        }
    }

    /// The usual transcription of an English word: 서비스, 구글, 폰, 챗봇, 클라우드. A rule of thumb, not a dictionary.
    private init(transcribed word: String) {
        let letters = Array(word)
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        /// The letter that many places before the last.
        func letter(_ back: Int) -> Character? { letters.count > back ? letters[letters.count - 1 - back] : nil }
        switch letters.last {
        case "l": self = .rieul
        case "m", "n": self = .consonant
        case "g": self = letter(1) == "n" ? .consonant : .vowel
        case "e" where letter(1) == "l": self = .rieul
        case "e" where letter(1) == "m" || letter(1) == "n": self = .consonant
        case "p", "t", "k", "b", "c":
            let isDoubled = letter(1) == letter(0) || (letter(0) == "k" && letter(1) == "c")
            let vowel = isDoubled ? 2 : 1
            let isShort = letter(vowel).map(vowels.contains) == true && letter(vowel + 1).map(vowels.contains) != true
            self = isShort || word.hasSuffix("ook") || word.hasSuffix("oup") ? .consonant : .vowel
        default: self = .vowel
        }
    }
}

/// The word without what is not read at its end: quotes, spaces, a bracketed addition after something else.
private func spokenPart(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = word[...]
    while let last = rest.last {
        if let open = brackets[last], let start = rest.lastIndex(of: open) {
            let inner = rest[(start + 1)..<(rest.endIndex - 1)]
            rest = rest[..<start].isEmpty ? inner : rest[..<start]
        } else if unread.contains(last) {
            rest.removeLast()
        } else {
            break
        }
    }
    return Array(rest)
}

private let brackets: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "）": "（"]
private let unread = Set("\"'”’」』》〉.,!?… ".unicodeScalars)

extension Unicode.Scalar {
    fileprivate var isLatin: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    fileprivate var isNumberPart: Bool { (0x30...0x39).contains(value) || self == "," || self == "." }
}
