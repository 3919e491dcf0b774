/// The number under which a company is registered: in Korea the business registration number (사업자등록번호), ten digits of which the
/// last follows from the others; elsewhere letters and digits, as its register writes them.
///
/// Example: `１２４８１００９９８`, `124-81-00998` and `124 81 00998` are one, kept as `124-81-00998`.
public struct RegistrationNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number as it is kept.
    public let text: String

    /// Reads a number.
    ///
    /// - Throws: ``InputProblem/notARegistrationNumber(_:)`` for a Korean one with a wrong length or check digit, and for what is
    ///   no number.
    public init(_ text: String) throws(InputProblem) {
        let written = trimmed(halfWidth(text)).uppercased()
        let digits = written.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        if written.allSatisfy({ $0.isASCII && $0.isNumber || " -‐‑–—.".contains($0) }) {
            guard digits.count == 10, Self.isWhole(digits) else { throw .notARegistrationNumber(text) }
            let signs = digits.map(String.init).joined()
            self.text = "\(signs.prefix(3))-\(signs.dropFirst(3).prefix(2))-\(signs.suffix(5))"
            return
        }
        guard !digits.isEmpty, written.utf8.count <= 300,
            written.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || " ./-".contains($0)) }),
            written.contains(where: { $0.isLetter }), written.first?.isLetter == true || written.first?.isNumber == true
        else { throw .notARegistrationNumber(text) }
        self.text = written
    }

    /// The number as it is kept.
    public var description: String { text }

    /// Whether the tenth digit is the one that the first nine ask for.
    private static func isWhole(_ digits: [Int]) -> Bool {
        let sum = zip(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]).reduce(0) { $0 + $1.0 * $1.1 }
        return (sum + digits[8] * 5 / 10 + digits[9]) % 10 == 0
    }
}
