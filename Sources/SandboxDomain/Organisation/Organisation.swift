/// What an organisation is.
public enum OrganisationKind: String, StableCode {
    /// A company that may propose, alone or with others.
    case company
    /// A ministry or agency whose law may be touched.
    case ministry
    /// The lead authority, which keeps the desk; it may be consulted as well.
    case authority
    /// Any other body.
    case other

    /// Whether persons of that group role may act for an organisation of this kind.
    public func fits(_ role: GroupRole) -> Bool {
        switch role {
        case .company: self == .company
        case .ministry: self == .ministry || self == .authority
        case .desk: self == .authority
        case .analyst, .auditor, .operator, .public: true
        }
    }

    /// Whether an organisation of this kind can be consulted (관계부처 협의).
    public var isPublicBody: Bool { self == .ministry || self == .authority }
}

/// The name of an organisation: one line of at most 300 characters, without white space at its ends.
public struct OrganisationName: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let text: String

    /// Takes a name; white space at its ends is dropped.
    ///
    /// - Throws: ``InputProblem`` when it is empty, too long or has control characters.
    public init(_ text: String) throws(InputProblem) { self.text = try TextRule.label.checked(text) }

    /// The name.
    public var description: String { text }
}

/// The login of a person in PostgreSQL: `[a-z][a-z0-9_.-]{1,62}`, not beginning with `pg_` or `sandbox_`.
public struct RoleName: Hashable, Sendable, CustomStringConvertible {
    /// The login.
    public let text: String

    /// Takes a login; white space at its ends, upper case and full-width letters are accepted and folded.
    ///
    /// - Throws: ``InputProblem/notARoleName(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let name = foldedWord(text)
        let letters = Array(name.utf8)
        let isWord = letters.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isWord, (2...63).contains(letters.count), letters[0] >= UInt8(ascii: "a"),
            letters[0] <= UInt8(ascii: "z"),
            !name.hasPrefix("pg_"), !name.hasPrefix("sandbox_")
        else { throw .notARoleName(text) }
        self.text = name
    }

    /// The login.
    public var description: String { text }
}
