/// A deadline as people quote it: the case and the deadline's number in it, `DE-2026-0001/3`.
public struct DeadlineReference: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The case.
    public let caseFile: CaseReference
    /// The deadline's number within the case, from 1.
    public let number: Int

    /// A deadline by its case and number.
    public init(_ caseFile: CaseReference, _ number: Int) { (self.caseFile, self.number) = (caseFile, number) }

    /// Reads `DE-2026-0001/3` as people write it.
    ///
    /// - Throws: ``InputProblem/notADeadlineReference(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let parts = halfWidth(text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let caseFile = try? CaseReference(String(parts[0])),
            let number = Int(trimmed(String(parts[1]))),
            (1...9999).contains(number)
        else { throw .notADeadlineReference(text) }
        self.init(caseFile, number)
    }

    /// The reference as it is quoted.
    public var description: String { "\(caseFile)/\(number)" }
    /// By case, then by number.
    public static func < (a: DeadlineReference, b: DeadlineReference) -> Bool {
        (a.caseFile, a.number) < (b.caseFile, b.number)
    }
}
