package import SandboxDomain

extension PaperField {
    /// Reads the name of a fact that may be said when a paper is issued, as a code or in words.
    package init(statedAs text: String) throws(InputProblem) {
        let asked = folded(text)
        let found = PaperField.stated.first { field in
            field.rawValue == asked || folded(field.wording.ko) == asked || folded(field.wording.en) == asked
        }
        guard let found else { throw .unknownWord(text, known: PaperField.stated.map(\.rawValue)) }
        self = found
    }
}

/// A word without spaces and case.
private func folded(_ text: String) -> String { foldedWord(text).filter { $0 != " " } }
