import SandboxDomain

/// What is the same for every value of a file: no text longer than any column takes is looked at, and no problem repeats a
/// long one.
extension String {
    /// - Throws: ``InputProblem/tooLong(found:maximum:)`` for more than the longest text there is.
    func checkLength() throws(InputProblem) {
        let maximum = TextRule.prose.maximum
        guard utf8.count > maximum else { return }
        let length = unicodeScalars.count
        // The text itself says what else is wrong with its ends; they may be white space.
        guard length <= maximum || trimmed(self).unicodeScalars.count <= maximum else {
            throw .tooLong(found: length, maximum: maximum)
        }
    }

    /// That a name or a code is longer than any; nil: it is not.
    var isTooLongForAWord: InputProblem? {
        let maximum = TextRule.label.maximum
        guard utf8.count > maximum else { return nil }
        let length = unicodeScalars.count
        return length > maximum ? .tooLong(found: length, maximum: maximum) : nil
    }
}

extension InputProblem {
    /// The problem of a text; of a long one that it is long, unless the problem does not repeat it.
    func ofLongText(_ text: String) -> InputProblem {
        switch self {
        case .tooLong, .controlCharacter, .tooMany, .tooManyMarks, .missingValue: self
        default: text.isTooLongForAWord ?? self
        }
    }
}
