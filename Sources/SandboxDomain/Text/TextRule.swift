/// What a text may consist of; the database's domains `label` and `prose` say the same.
public enum TextRule: Sendable {
    /// One line, 1…300 code points, no control characters, nothing invisible, no white space at the ends.
    case label
    /// Lines and paragraphs, 1…100,000 code points; tabs and line ends are the only control characters, and what is
    /// invisible belongs to an emoji, an ideograph or an old Hangul syllable.
    case prose

    /// The greatest length in Unicode code points, as PostgreSQL counts characters.
    public var maximum: Int {
        switch self {
        case .label: 300
        case .prose: 100_000
        }
    }

    /// `text` as it may be stored: without white space at its ends, lines ended by `\n`.
    ///
    /// - Throws: ``InputProblem/missingValue``, ``InputProblem/tooLong(found:maximum:)`` or
    ///   ``InputProblem/controlCharacter(_:)``.
    public func checked(_ text: String) throws(InputProblem) -> String { try checked(text[...]) }

    /// The same for a part of a text.
    public func checked(_ text: Substring) throws(InputProblem) -> String {
        let hasReturn = text.utf8.contains(UInt8(ascii: "\r"))
        let value = hasReturn ? trimmed(String(text.map { $0 == "\r\n" ? "\n" : $0 })) : trimmed(text)
        guard !value.isEmpty else { throw .missingValue }
        var length = 0
        var before: Unicode.Scalar?
        var scalars = value.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            defer { before = scalar }
            length += 1
            if scalar.isControl {
                if self == .label || (scalar != "\n" && scalar != "\t") { throw .controlCharacter(scalar.value) }
            } else if scalar.isHidden {
                var rest = scalars
                if self == .label || !scalar.joins(before, rest.next()) { throw .controlCharacter(scalar.value) }
            }
        }
        guard length <= maximum else { throw .tooLong(found: length, maximum: maximum) }
        return value
    }
}
