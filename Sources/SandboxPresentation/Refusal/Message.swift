/// What a person is told when something did not happen: why, what exactly, and what would help.
package struct Message: Sendable, Hashable {
    /// The stable kebab-case code.
    package var code: String
    /// Why it did not happen: a sentence without a full stop, shown after what did not happen.
    package var why: Wording
    /// What exactly is in the way, one line each.
    package var details: [Wording]
    /// What would make it possible.
    package var hint: Wording?

    package init(_ code: String, _ why: Wording, details: [Wording] = [], hint: Wording? = nil) {
        self.code = code
        self.why = why
        self.details = details
        self.hint = hint
    }
}

extension Wording {
    /// Names as they are, in both languages.
    static func names(_ names: some Sequence<String>) -> Wording {
        let text = names.joined(separator: ", ")
        return Wording(text, text)
    }

    /// Words of a vocabulary, listed.
    package static func words(_ values: some Sequence<any HasWording>) -> Wording {
        let words = values.map(\.wording)
        return Wording(words.map(\.ko).joined(separator: ", "), words.map(\.en).joined(separator: ", "))
    }
}
