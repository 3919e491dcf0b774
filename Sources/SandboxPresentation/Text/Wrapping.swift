extension StringProtocol {
    /// The text as lines of at most `columns` columns, as Korean print does it: broken at spaces only (a word is not
    /// torn between syllables), and inside a word only where the word alone is longer than a line.
    ///
    /// Line breaks in the text are kept. `nil` columns keep every line whole. There is always at least one line.
    package func wrapped(toColumns columns: Int?) -> [String] {
        let lines = split(omittingEmptySubsequences: false) { $0.isNewline }
        guard let columns, columns > 0 else { return lines.map { String($0) } }
        return lines.flatMap { wrapLine($0, columns) }
    }
}

private func wrapLine(_ line: some StringProtocol, _ columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
        let width = word.displayWidth
        if used > 0 && used + 1 + width <= columns {
            current += " " + word
            used += 1 + width
            continue
        }
        if used > 0 { lines.append(current) }
        (current, used) = ("", 0)
        for character in word {
            let step = character.displayWidth
            if used > 0 && used + step > columns {
                lines.append(current)
                (current, used) = ("", 0)
            }
            current.append(character)
            used += step
        }
    }
    return used > 0 || lines.isEmpty ? lines + [current] : lines
}
