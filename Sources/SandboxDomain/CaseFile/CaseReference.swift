/// The number of a case file as people quote it: `TP-2026-0001`, `DRAFT-17` before it is filed, `TP-P0001` of a case of the past.
///
/// The first part of a filed reference is the prefix of its track, the second the year of filing in the authority's
/// zone, the third counts from 1 without gaps per track and year and has at least four digits. Cases of the past, which came from
/// files, have one series a track, and are told by the P.
public enum CaseReference: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A draft; known by its row, for it has no number yet.
    case draft(CaseFileID)
    /// A filed case: prefix of the track, year of filing, number within both.
    case filed(prefix: String, year: Int, number: Int)
    /// A case of the past: prefix of the track, number within it.
    case past(prefix: String, number: Int)

    /// Reads a reference as people write it. Lower case, full-width letters and digits, other dashes, missing leading
    /// zeros and surrounding spaces are accepted.
    ///
    /// Example: ` ｔｐ－２０２６－１ ` → `TP-2026-0001`.
    /// - Throws: ``InputProblem/notAReference(_:)``.
    public init(_ text: String) throws(InputProblem) {
        // What comes from the register is exact already; folding is for what people type.
        guard let reference = Self.exact(text) ?? Self.exact(dashed(foldedWord(text)).uppercased()) else {
            throw .notAReference(text)
        }
        self = reference
    }

    /// Reads a reference in its own letters and hyphens, at the cost of a glance at each byte.
    private static func exact(_ text: String) -> CaseReference? {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 3, omittingEmptySubsequences: false)
        switch parts.count {
        case 2 where parts[0].elementsEqual("DRAFT".utf8):
            return digits(parts[1], maximum: 18).map { .draft(CaseFileID(Int64($0))) }
        case 2 where isPrefix(parts[0]) && parts[1].first == UInt8(ascii: "P"):
            return digits(parts[1].dropFirst(), maximum: 9).map {
                .past(prefix: String(Substring(parts[0])), number: $0)
            }
        case 3 where isPrefix(parts[0]) && parts[1].count == 4:
            guard let year = digits(parts[1], maximum: 4), let number = digits(parts[2], maximum: 9) else { return nil }
            return .filed(prefix: String(Substring(parts[0])), year: year, number: number)
        default: return nil
        }
    }

    /// Whether it was given a number: a draft was not.
    public var isNumbered: Bool { if case .draft = self { false } else { true } }

    /// The reference as it is stored and quoted.
    public var description: String {
        switch self {
        case .draft(let id): "DRAFT-\(id)"
        case .filed(let prefix, let year, let number): "\(prefix)-\(padded(year, 4))-\(padded(number, 4))"
        case .past(let prefix, let number): "\(prefix)-P\(padded(number, 4))"
        }
    }

    /// Drafts first, then by prefix, those of the past before the others, year and number, so that `…-10000` follows `…-9999`.
    public static func < (a: CaseReference, b: CaseReference) -> Bool {
        a.place < b.place
    }

    private var place: (String, Int, Int64) {
        switch self {
        case .draft(let id): ("", 0, id.number)
        case .past(let prefix, let number): (prefix, 0, Int64(number))
        case .filed(let prefix, let year, let number): (prefix, year, Int64(number))
        }
    }
}

/// Hyphens and dashes that keyboards and word processors put in place of `-`.
private func dashed(_ text: String) -> String {
    String(text.map { "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains($0) ? "-" : $0 })
}

private func isPrefix(_ text: Substring.UTF8View) -> Bool {
    (2...8).contains(text.count) && text.first.map { (0x41...0x5A).contains($0) } == true
        && text.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
}

/// The number that 1…`most` digits mean, if it is greater than zero.
private func digits(_ text: Substring.UTF8View, maximum: Int) -> Int? {
    guard (1...maximum).contains(text.count) else { return nil }
    var number = 0
    for byte in text {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
    }
    return number > 0 ? number : nil
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
