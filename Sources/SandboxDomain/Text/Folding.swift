/// The half-width form of a full-width letter, digit or sign (U+FF01…U+FF5E) or of the ideographic space.
///
/// Korean and Japanese input methods produce these; codes, references and dates mean the same either way.
package func halfWidth(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x3000: folded.append(" ")
        case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        default: folded.append(scalar)
        }
    }
    return String(folded)
}

/// `text` without white space and byte order marks at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}

/// `text` half-width, lower case, without white space at its ends: the form in which codes are compared.
package func foldedWord(_ text: String) -> String { trimmed(halfWidth(text)).lowercased() }
