import SandboxDomain

/// `text` in Unicode normalisation form C: equal words become equal bytes, as the database demands.
///
/// Every text and every file name that comes from outside passes through here. A file named on a Mac, for instance, has
/// its Hangul in pieces (`ㅎㅏㄴ` instead of `한`). A letter with more marks than any language has stays as it is, and the
/// database refuses it.
public func normalised(_ text: String) -> String { (try? composed(text)) ?? text }

/// How many marks a letter may have: those of Unicode's Stream-Safe Text Format.
private let maxMarks = 30

/// ``normalised(_:)`` of a text from a file.
/// - Throws: ``InputProblem/tooManyMarks(maximum:)``: putting marks in order takes the square of their number.
func composed(_ text: String) throws(InputProblem) -> String {
    // Nearly all input is already composed, and checking that is much cheaper than composing it again.
    if text.unicodeScalars.allSatisfy(standsStill) { return text }
    var marks = 0
    for scalar in text.unicodeScalars {
        marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
        if marks > maxMarks { throw .tooManyMarks(maximum: maxMarks) }
    }
    // The form in which Swift itself compares strings; a test compares it with PostgreSQL's. Twice, since three vowels of
    // Tibetan are taken apart the first time and find their place among other marks the second.
    return String(decoding: String(decoding: text._nfcCodeUnits, as: UTF8.self)._nfcCodeUnits, as: UTF8.self)
}

/// Whether a scalar neither changes nor combines with one before it: those below U+0300 and those of these blocks.
private func standsStill(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3131...0x318E, 0x2010...0x203A, 0x2190...0x21FF,
        0x3001...0x3020,
        0xFF01...0xFF5E:
        true
    default: false
    }
}
