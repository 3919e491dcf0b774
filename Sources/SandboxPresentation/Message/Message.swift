/// What a person is told when something did not happen: why, what exactly, and what would help.
package struct Message: Sendable, Hashable {
    /// The stable kebab-case code.
    package var code: String
    /// Why it did not happen: a sentence without a full stop in front of which stands what did not happen.
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

    /// The lines for standard error, each with its line break:
    /// ```
    /// sandbox: DRAFT-17 was not filed: papers are missing
    ///   detail: …
    ///   hint: …
    /// ```
    /// - Parameter failed: what did not happen; left out if `nil`.
    package func text(_ failed: Wording?, _ language: Language, hasColours: Bool = false) -> String {
        let sentence = [failed, why].compactMap { $0?[language].visible() }.joined(separator: ": ")
        var lines = ["sandbox: " + Colours.paint(sentence, .bad, hasColours)]
        lines += details.map { "  \(Message.detail[language]): \($0[language].visible())" }
        if let hint { lines.append("  \(Message.hint[language]): \(hint[language].visible())") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same as an object for standard error with `--format json`. `code` is stable, the sentences are for people.
    package func json(_ failed: Wording?, _ language: Language) -> JSON {
        [
            "error": [
                "code": .string(code),
                "message": .string([failed, why].compactMap { $0?[language] }.joined(separator: ": ")),
                "details": .array(details.map { .string($0[language]) }),
                "hint": hint.map { .string($0[language]) } ?? .null,
            ]
        ]
    }

    private static let detail = Wording("상세", "detail")
    private static let hint = Wording("조치", "hint")
}

extension Wording {
    /// Names as they are, in both languages.
    static func names(_ names: some Sequence<String>) -> Wording {
        let text = names.joined(separator: ", ")
        return Wording(text, text)
    }

    /// Words of a vocabulary, listed.
    static func words(_ values: some Sequence<any Worded>) -> Wording {
        let words = values.map(\.wording)
        return Wording(words.map(\.ko).joined(separator: ", "), words.map(\.en).joined(separator: ", "))
    }
}
