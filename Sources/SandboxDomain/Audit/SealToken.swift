/// What an outsider keeps of a seal of the event log: `SEAL-<no>-<up to>-<digest>`.
///
/// With it the whole log up to an event can be checked later: a log that was rewritten, shortened or replaced since
/// comes to another digest.
public struct SealToken: Hashable, Sendable, CustomStringConvertible {
    /// The seal's number, from 1 without gaps.
    public let number: Int
    /// The last event that is sealed.
    public let upTo: Int64
    /// SHA-256 of the seal, 64 hexadecimal digits.
    public let digest: String

    /// The token of a seal.
    public init(number: Int, upTo: Int64, digest: String) {
        (self.number, self.upTo, self.digest) = (number, upTo, digest)
    }

    /// Reads a token as it was kept; case and surrounding spaces do not matter.
    ///
    /// - Throws: ``InputProblem/notASeal(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = foldedWord(text).lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "seal", let number = Int(parts[1]), number > 0, let upTo = Int64(parts[2]),
            upTo >= 0, parts[3].utf8.count == 64, parts[3].allSatisfy(\.isHexDigit)
        else { throw .notASeal(text) }
        self.init(number: number, upTo: upTo, digest: String(parts[3]))
    }

    /// The token as it is printed and kept.
    public var description: String { "SEAL-\(number)-\(upTo)-\(digest)" }
}
