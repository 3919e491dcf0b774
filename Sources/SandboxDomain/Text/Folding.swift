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
package func trimmed(_ text: String) -> String { trimmed(text[...]) }

/// `text` without white space and byte order marks at its ends.
package func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first..<scalars.index(after: last)])
}

/// White space in the sense of Unicode, and the byte order mark; written out because files have millions of fields.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
}

/// `text` half-width, lower case, without white space at its ends: the form in which codes are compared.
package func foldedWord(_ text: String) -> String { trimmed(halfWidth(text)).lowercased() }
