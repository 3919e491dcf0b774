/// Characters that nobody sees: they steer a terminal or the reading direction, or make two names look like one.
extension Unicode.Scalar {
    /// Whether it is a control character of ASCII or of ISO 8859 (C0, DEL, C1).
    package var isControl: Bool { value < 0x20 || (value >= 0x7F && value < 0xA0) }

    /// Whether it shows nothing by itself: format characters, marks of direction, fillers, selectors, and noncharacters.
    package var isHidden: Bool {
        if value < 0xAD || (value >= 0xAC00 && value <= 0xD7A3) || (value >= 0x4E00 && value <= 0x9FFF) { return false }
        // The last two of every plane.
        if value & 0xFFFE == 0xFFFE { return true }
        var low = 0
        var high = Self.hidden.count
        while low < high {
            let middle = (low + high) / 2
            if Self.hidden[middle].last < value { low = middle + 1 } else { high = middle }
        }
        return low < Self.hidden.count && Self.hidden[low].first <= value
    }

    /// Whether a hidden scalar has a meaning between these two: a joiner or a selector inside an emoji, the variant of an
    /// ideograph, the filler of an old Hangul syllable. The domain `prose` has the same rule.
    package func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        switch value {
        case 0x200D: before.map { $0.isPictograph || $0.value == 0xFE0F } == true && after?.isPictograph == true
        case 0xFE0E, 0xFE0F: before.map { $0.isPictograph || $0.mayBePictograph } == true
        case 0xFE00...0xFE0D, 0xE0100...0xE01EF: before?.isIdeograph == true
        case 0xE0020...0xE007F: before.map { $0.value == 0x1F3F4 || (0xE0020...0xE007E).contains($0.value) } == true
        case 0x115F: after.map { (0x1161...0x11A7).contains($0.value) || (0xD7B0...0xD7C6).contains($0.value) } == true
        case 0x1160:
            before.map { (0x1100...0x115E).contains($0.value) || (0xA960...0xA97C).contains($0.value) } == true
        default: false
        }
    }

    /// Arrows, signs and emoji.
    private var isPictograph: Bool {
        switch value {
        case 0x2190...0x2BFF, 0x3030, 0x303D, 0x3297, 0x3299, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// Signs of text that a selector makes an emoji.
    private var mayBePictograph: Bool {
        switch value {
        case 0x23, 0x2A, 0x30...0x39, 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139: true
        default: false
        }
    }

    private var isIdeograph: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Ascending and disjoint; the domains `label` and `prose` have the same list.
    private static let hidden: [(first: UInt32, last: UInt32)] = [
        (0xAD, 0xAD), (0x34F, 0x34F), (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891),
        (0x8E2, 0x8E2), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E),
        (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x110BD, 0x110BD), (0x110CD, 0x110CD),
        (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ]
}

extension StringProtocol {
    /// Hands over every scalar, and whether it is one that must not be shown as it is: a control other than a tab and the
    /// end of a line, or a hidden one that joins nothing.
    package func forEachScalar(_ body: (_ scalar: Unicode.Scalar, _ isHarmful: Bool) -> Void) {
        var scalars = unicodeScalars.makeIterator()
        var before: Unicode.Scalar?
        while let scalar = scalars.next() {
            var isHarmful = scalar.isControl && scalar != "\t" && scalar != "\n" && scalar != "\r"
            if scalar.isHidden {
                var rest = scalars
                isHarmful = !scalar.joins(before, rest.next())
            }
            body(scalar, isHarmful)
            before = scalar
        }
    }

    /// The text with what must not be shown as its escape, such as `\u{202E}`; tabs and ends of lines stay.
    package var unhidden: String {
        if unicodeScalars.allSatisfy({ !$0.isControl && !$0.isHidden }) { return String(self) }
        var result = ""
        forEachScalar { scalar, isHarmful in
            if isHarmful { result += scalar.escape } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// `\u{202E}`.
    package var escape: String { "\\u{" + String(value, radix: 16, uppercase: true) + "}" }
}
