/// A closed set of codes: the enums whose labels PostgreSQL, JSON and the command line share.
///
/// The raw value *is* the code; it never changes once released. Reading one from outside goes through
/// ``init(code:)``, which refuses an unknown code and knows what was probably meant.
public protocol StableCode: RawRepresentable, CaseIterable, Hashable, Sendable, Codable, CustomStringConvertible
where RawValue == String {}

extension StableCode {
    /// The code itself, as it is written in SQL and JSON.
    public var description: String { rawValue }

    /// Reads a code as people write it: surrounding spaces, upper case and full-width letters are accepted.
    ///
    /// - Throws: ``InputProblem/unknownWord(_:known:)`` with every code there is, in documented order.
    public init(code text: String) throws(InputProblem) {
        guard let value = Self(rawValue: text) ?? Self(rawValue: foldedWord(text)) else {
            throw .unknownWord(text, known: Self.allCases.map(\.rawValue))
        }
        self = value
    }
}
