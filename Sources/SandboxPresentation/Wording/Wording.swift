/// The same words in both languages. A phrase with arguments is a function that returns one.
package struct Wording: Sendable, Hashable {
    package var ko: String
    package var en: String

    package init(_ ko: String, _ en: String) {
        self.ko = ko
        self.en = en
    }

    package subscript(language: Language) -> String {
        language == .korean ? ko : en
    }
}

extension Wording: ExpressibleByStringLiteral {
    /// Text that has no language: a command to type, a path.
    package init(stringLiteral text: String) { self.init(text, text) }
}

/// How a value is coloured for people. Colour only repeats what the words already say.
package enum Tone: Sendable, Hashable {
    case plain, strong, good, caution, bad, muted
}

/// A value of a closed vocabulary: a stable code for machines, words and a tone for people.
package protocol HasWording: Sendable {
    /// The stable kebab-case code, as in the database and in JSON.
    var code: String { get }
    /// What people read instead of the code.
    var wording: Wording { get }
    /// How the words are coloured.
    var tone: Tone { get }
    /// All codes there are; nil if others may come.
    static var codes: [String]? { get }
}

extension HasWording {
    package var tone: Tone { .plain }
    package static var codes: [String]? { nil }
}

extension HasWording where Self: CaseIterable {
    package static var codes: [String]? { allCases.map(\.code) }
}

extension HasWording where Self: RawRepresentable<String> {
    package var code: String { rawValue }
}
