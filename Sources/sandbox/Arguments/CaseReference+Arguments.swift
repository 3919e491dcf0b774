import SandboxCore
import SandboxDomain

extension CaseReference {
    /// The reference in a word of the command line.
    static func one(_ word: String) throws -> CaseReference {
        do { return try CaseReference(word) } catch { throw BadInput(error, field: .reference) }
    }

    /// The references in the words of the command line, each once, in their order; `-` means those on standard
    /// input, one a line.
    static func all(_ words: [String]) throws -> [CaseReference] {
        var found: [CaseReference] = []
        var issues: [BadInput.Issue] = []
        func take(_ word: Substring, at position: Position?) {
            do {
                let reference = try CaseReference(String(word))
                if !found.contains(reference) { found.append(reference) }
            } catch {
                let file = position == nil ? nil : "-"
                issues.append(.init(error, file: file, at: position, field: Field.reference.argument))
            }
        }
        for word in words {
            guard word == "-" else {
                take(word[...], at: nil)
                continue
            }
            let text = try TextFile(try InputFile.bytes(of: "-"), name: "-").text
            // Swift takes the line end of Windows for one character, which is no "\n".
            for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            where !line.allSatisfy(\.isWhitespace) {
                take(line, at: Position(line: index + 1, column: 1))
            }
        }
        guard issues.isEmpty else { throw BadInput(issues) }
        return found
    }
}
