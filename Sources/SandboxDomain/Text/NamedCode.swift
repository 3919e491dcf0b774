/// A code of a regime with the names under which it is shown: a paper, a cover of an insurance, a ground, a committee.
package struct NamedCode: Hashable, Sendable {
    /// The code.
    package let code: String
    /// Its Korean name.
    package let korean: String
    /// Its English name.
    package let english: String

    /// A code with its names.
    package init(_ code: String, _ korean: String, _ english: String) {
        (self.code, self.korean, self.english) = (code, korean, english)
    }
}

extension [NamedCode] {
    /// The code that somebody means who types it, or one of the names it is shown by. Spaces, middle dots, case and full-width
    /// letters do not matter, nor does what a name says in brackets. nil: none of them, or several.
    ///
    /// Example: `사망` for `사망(1인당)`.
    package func code(said text: String) -> String? {
        let word = foldedWord(text)
        if contains(where: { $0.code == word }) { return word }
        let asked = foldedName(text)
        let found = filter { one in
            [one.korean, one.english, String(one.korean.prefix { $0 != "(" })].contains { foldedName($0) == asked }
        }
        return asked.isEmpty || found.count != 1 ? nil : found[0].code
    }
}

/// `text` as names are compared: half-width, lower case, without spaces, middle dots and hyphens.
package func foldedName(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            foldedWord(text).unicodeScalars.filter {
                !$0.properties.isWhitespace && !"·ㆍ‧∙・-".unicodeScalars.contains($0)
            }))
}
