import SandboxDomain

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
        var followsReturn = false
        forEachScalar { scalar, isHarmful in
            if scalar.endsLine {
                if scalar != "\n" || !followsReturn { result += keepingLines ? "\n" : "↵" }
            } else if scalar == "\t" {
                result += " "
            } else if isHarmful {
                result += scalar.escape
            } else {
                result.unicodeScalars.append(scalar)
            }
            followsReturn = scalar == "\r"
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Line feed, carriage return and what else a text may be broken at.
    fileprivate var endsLine: Bool {
        (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
    }

    /// Whether the scalar steers the terminal or the reading direction instead of showing something.
    var isControlling: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE  // the noncharacters at the end of every plane
        }
    }
}
