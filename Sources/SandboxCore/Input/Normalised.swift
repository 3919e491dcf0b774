internal import Foundation

/// `text` as it is stored: composed (NFC), so that a Hangul word typed on one system equals the same word typed on
/// another. The database refuses anything else.
func normalised(_ text: String) -> String {
    // Below U+0300 nothing combines; precomposed Hangul is the usual rest and stands still too.
    let isPlain = text.unicodeScalars.allSatisfy { $0.value < 0x300 || (0xAC00...0xD7A3).contains($0.value) }
    return isPlain ? text : text.precomposedStringWithCanonicalMapping
}
