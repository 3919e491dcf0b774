import Foundation

/// `text` in Unicode normalisation form C: equal words become equal bytes, as the database demands.
///
/// Every text and every file name that comes from outside passes through here. A file named on a Mac, for instance, has
/// its Hangul in pieces (`ㅎㅏㄴ` instead of `한`).
public func normalised(_ text: String) -> String {
    // Nearly all input is already composed, and checking that is much cheaper than composing it again.
    if text.unicodeScalars.allSatisfy(standsStill) { return text }
    // Foundation moves the rest of its text for every scalar it composes, which takes hours for a file of megabytes. No
    // ASCII scalar combines with one before it, so the text between two of them is composed separately.
    let bytes = Array(text.utf8)
    var composed: [UInt8] = []
    composed.reserveCapacity(bytes.count)
    var start = 0
    for end in 1...bytes.count where end == bytes.count || bytes[end] < 0x80 {
        let piece = bytes[start..<end]
        start = end
        guard piece.count > 1 else {
            composed += piece
            continue
        }
        let word = String(decoding: piece, as: UTF8.self)
        if word.unicodeScalars.allSatisfy(standsStill) {
            composed += piece
        } else {
            // Composed in one step, Foundation leaves a syllable apart from a final consonant that follows it (U+AC00
            // U+11A8).
            composed += word.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping.utf8
        }
    }
    return String(decoding: composed, as: UTF8.self)
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
