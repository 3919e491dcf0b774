extension Character {
    /// Columns this grapheme takes on a terminal: 0, 1 or 2.
    ///
    /// The scalars' widths together, but never more than 2: "각" spelled in Jamo is 2, "é" is 1, and a family of four
    /// joined into one emoji is 2.
    package var displayWidth: Int {
        if isASCII { return unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7F ? 0 : 1 } ?? 0 }
        var width = 0
        for scalar in unicodeScalars {
            if scalar.value == 0xFE0F && width == 1 && unicodeScalars.first?.properties.isEmoji == true { return 2 }
            width = min(2, width + scalar.displayWidth)
        }
        return width
    }
}

extension Unicode.Scalar {
    /// Whether it is printable ASCII, a Hangul syllable or a common ideograph: visible, harmless, and never part of a
    /// longer grapheme with its like. Nearly every text is made of these alone and needs no closer look.
    var standsAlone: Bool {
        (value >= 0x20 && value < 0x7F) || (value >= 0xAC00 && value <= 0xD7A3) || (value >= 0x4E00 && value <= 0x9FFF)
    }

    /// Columns of the scalar on its own: 0 for marks, controls, joiners and Jamo that attach to a syllable.
    var displayWidth: Int {
        if value < 0x20 || (value >= 0x7F && value < 0xA0) { return 0 }
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        if (value >= 0x1160 && value <= 0x11FF) || (value >= 0xD7B0 && value <= 0xD7FF) { return 0 }
        if WideScalars.contains(self) { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
        default: return properties.isDefaultIgnorableCodePoint ? 0 : 1
        }
    }
}

extension StringProtocol {
    /// Columns the text takes on a terminal, counted by grapheme. See `Character.displayWidth`.
    package var displayWidth: Int {
        var columns = 0
        for scalar in unicodeScalars {
            guard scalar.standsAlone else { return reduce(0) { $0 + $1.displayWidth } }
            columns += scalar.value < 0x7F ? 1 : 2
        }
        return columns
    }

    /// The text cut to at most `columns` columns, on a grapheme border; what was cut is marked by a final `…`.
    ///
    /// A text that fits is returned unchanged. A width below 1 gives an empty text.
    package func truncated(toColumns columns: Int) -> String {
        if displayWidth <= columns { return String(self) }
        guard columns >= 1 else { return "" }
        var kept = ""
        var used = 0
        for character in self {
            let width = character.displayWidth
            if used + width > columns - 1 { break }
            kept.append(character)
            used += width
        }
        return kept + "…"
    }

    /// The text filled up with spaces to `columns` columns, on the side away from its alignment.
    package func padded(toColumns columns: Int, _ alignment: Alignment = .leading) -> String {
        let missing = columns - displayWidth
        guard missing > 0 else { return String(self) }
        let spaces = String(repeating: " ", count: missing)
        return alignment == .trailing ? spaces + self : self + spaces
    }
}

/// The side of its column on which a value is placed.
package enum Alignment: Sendable {
    case leading, trailing
}
