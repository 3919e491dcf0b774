/// A closed set of codes: the enums whose labels PostgreSQL, JSON and the command line share.
///
/// The raw value *is* the code; it never changes once released. Reading one from outside goes through
/// ``init(code:)``, which refuses an unknown code and knows what was probably meant.
public protocol Code: RawRepresentable, CaseIterable, Hashable, Sendable, CustomStringConvertible
where RawValue == String {}

extension Code {
    /// The code itself, as it stands in SQL and JSON.
    public var description: String { rawValue }

    /// Reads a code as people write it: surrounding spaces, upper case and full-width letters are accepted.
    ///
    /// - Throws: ``UnknownCode``, which lists the codes there are and the closest one.
    public init(code text: String) throws(UnknownCode) {
        guard let value = Self(rawValue: foldedWord(text)) else {
            throw UnknownCode(text: text, known: Self.allCases.map(\.rawValue))
        }
        self = value
    }
}

/// A word that is not one of the codes it should be.
public struct UnknownCode: Error, Hashable, Sendable {
    /// The word as it was written.
    public let text: String
    /// Every code that would have been understood, in their documented order.
    public let known: [String]
    /// The known code that was probably meant, if one is close enough.
    public var suggestion: String? { closestWord(to: text, among: known) }

    /// Says that `text` is none of `known`.
    public init(text: String, known: [String]) {
        self.text = text
        self.known = known
    }
}
