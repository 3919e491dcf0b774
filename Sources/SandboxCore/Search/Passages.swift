internal import SandboxDomain

/// A text and the places in it where words were found.
public struct MarkedText: Hashable, Sendable {
    /// The text.
    public let text: String
    /// Where, in Unicode code points from its start; in order, none touching another.
    public let marks: [Range<Int>]
}

/// Where the words of a search are in what is shown of a case.
public struct Passages: Hashable, Sendable {
    /// The service.
    public let service: MarkedText
    /// The company.
    public let company: MarkedText
    /// A few words around the place that has what neither of these has: a law with its article, or a passage of the text. Nil
    /// if there is no such place.
    public let excerpt: MarkedText?

    init(
        _ search: SearchWords, reference: CaseReference, service: String, company: String, laws: [String], text: String?
    ) {
        let (title, firm) = (SearchedText(service), SearchedText(company))
        self.service = title.marked(search.words)
        self.company = firm.marked(search.words)
        let number = SearchWords.letters(of: reference.description)
        let missing = search.words.filter { word in
            title.places(of: word).isEmpty && firm.places(of: word).isEmpty
                && !number.contains(SearchWords.letters(of: word))
        }
        guard !missing.isEmpty else {
            excerpt = nil
            return
        }
        // The field that has the most of them; the first of several.
        var best: (field: SearchedText, words: Int)?
        for field in laws.map({ $0[...] }) + (text?.split(separator: "\u{1F}") ?? []) {
            let field = SearchedText(String(field))
            let found = missing.count { !field.places(of: $0).isEmpty }
            if found > best?.words ?? 0 { best = (field, found) }
            if found == missing.count { break }
        }
        excerpt = best?.field.excerpt(missing, all: search.words)
    }
}

/// A text beside its letters, as searches compare them.
private struct SearchedText {
    private let scalars: [Unicode.Scalar]
    /// The letters that are compared, and which scalar each comes from.
    private let letters: [Unicode.Scalar]
    private let origins: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var (letters, origins): ([Unicode.Scalar], [Int]) = ([], [])
        for (index, scalar) in scalars.enumerated() where SearchWords.isSearched(scalar) {
            for letter in SearchWords.letters(of: String(Character(scalar))).unicodeScalars {
                letters.append(letter)
                origins.append(index)
            }
        }
        (self.letters, self.origins) = (letters, origins)
    }

    /// Where a word is, in scalars of the text; nowhere twice.
    func places(of word: String) -> [Range<Int>] {
        let whole = Array(SearchWords.letters(of: word).unicodeScalars)
        let found = places(of: whole)
        // A particle at its end is not looked for.
        guard found.isEmpty, whole.count > 2, let last = whole.last, Self.particles.contains(last) else { return found }
        return places(of: Array(whole.dropLast()))
    }

    private static let particles = Set("은는이가을를의에로와과도만".unicodeScalars)

    private func places(of word: [Unicode.Scalar]) -> [Range<Int>] {
        guard !word.isEmpty, word.count <= letters.count else { return [] }
        let isInitials = SearchWords.areInitials(String(String.UnicodeScalarView(word)))
        func fits(_ letter: Unicode.Scalar, _ wanted: Unicode.Scalar) -> Bool {
            letter == wanted || (isInitials && Self.initial(of: letter) == wanted)
        }
        var found: [Range<Int>] = []
        var start = 0
        while start + word.count <= letters.count {
            let isHere = word.indices.allSatisfy { fits(letters[start + $0], word[$0]) }
            // One letter begins a word.
            if isHere && (word.count > 1 || begins(origins[start])) {
                found.append(origins[start]..<origins[start + word.count - 1] + 1)
                start += word.count
            } else {
                start += 1
            }
        }
        return found
    }

    private func begins(_ place: Int) -> Bool { place == 0 || !SearchWords.isSearched(scalars[place - 1]) }

    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)

    private static func initial(of syllable: Unicode.Scalar) -> Unicode.Scalar? {
        (0xAC00...0xD7A3).contains(syllable.value) ? initials[Int(syllable.value - 0xAC00) / 588] : nil
    }

    /// The whole text, and where any of the words is.
    func marked(_ words: [String]) -> MarkedText {
        MarkedText(text: text(0..<scalars.count), marks: marks(words))
    }

    private func marks(_ words: [String]) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        for place in words.flatMap({ places(of: $0) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = marks.last, last.upperBound >= place.lowerBound {
                marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                marks.append(place)
            }
        }
        return marks
    }

    /// Some words around the first place of any that are missing elsewhere; `…` where it was cut.
    func excerpt(_ missing: [String], all words: [String]) -> MarkedText {
        let first = missing.flatMap { places(of: $0) }.map(\.lowerBound).min() ?? 0
        var start = max(0, first - 12)
        let end = min(scalars.count, start + 72)
        // It begins with a word.
        if start > 0, let space = scalars[start..<first].firstIndex(where: \.properties.isWhitespace) {
            start = space + 1
        }
        let before = start > 0 ? "…" : ""
        let marks = marks(words).filter { $0.lowerBound >= start && $0.upperBound <= end }
            .map { $0.lowerBound - start + before.count..<$0.upperBound - start + before.count }
        return MarkedText(text: before + text(start..<end) + (end < scalars.count ? "…" : ""), marks: marks)
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}
