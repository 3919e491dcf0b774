extension String {
    /// The text made safe for a person's terminal: nothing in it can move the cursor, change colours, reverse the
    /// reading direction or hide, so a company name cannot forge what the screen says.
    ///
    /// A tab becomes a space, a line break `↵` (or stays, with `keepingLines`), any other control, direction mark or
    /// invisible character its escape, such as `\u{1B}`. Joiners and selectors inside an emoji stay, and so do Jamo
    /// fillers inside a syllable. Machine formats escape in their own grammar instead.
    package func visible(keepingLines: Bool = false) -> String {
        if unicodeScalars.allSatisfy({ $0.standsAlone }) { return self }
        var result = ""
        for character in self {
            if character.isNewline {
                result += keepingLines ? "\n" : "↵"
            } else if character == "\t" {
                result += " "
            } else {
                character.appendVisible(to: &result)
            }
        }
        return result
    }
}

extension Character {
    fileprivate func appendVisible(to result: inout String) {
        let scalars = unicodeScalars
        let keycap = scalars.last?.value == 0x20E3
        let joined = scalars.count > 1 && (keycap || scalars.first?.mayCarryInvisibleScalars == true)
        for scalar in scalars {
            if scalar.isControlling || (scalar.properties.isDefaultIgnorableCodePoint && !joined) {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar steers the terminal or the reading direction instead of showing something.
    var isControlling: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE  // the noncharacters at the end of every plane
        }
    }

    /// Whether invisible scalars after this one have a meaning: emoji, ideographs (variants) and Jamo (fillers).
    fileprivate var mayCarryInvisibleScalars: Bool {
        (properties.isEmoji && !isASCII) || properties.isIdeographic || (value >= 0x1100 && value <= 0x11FF)
            || (value >= 0xA960 && value <= 0xA97F)
    }
}
