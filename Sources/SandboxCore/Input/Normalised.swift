import Foundation

/// `text` in Unicode normalisation form C: equal words become equal bytes, as the database demands.
///
/// Every text and every file name that comes from outside passes through here. A file named on a Mac, for instance, has
/// its Hangul in pieces (`ㅎㅏㄴ` instead of `한`).
public func normalised(_ text: String) -> String {
    // Nearly all input is composed already, and seeing that is much cheaper than composing it again. Scalars below U+0300
    // and those of these blocks neither change nor combine with a scalar before them.
    for scalar in text.unicodeScalars where scalar.value >= 0x300 {
        switch scalar.value {
        case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3131...0x318E, 0x2010...0x203A, 0x3001...0x3020, 0xFF01...0xFF5E:
            continue
        // Composed in one step, Foundation leaves a syllable apart from a final consonant behind it (U+AC00 U+11A8).
        default: return text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
        }
    }
    return text
}
