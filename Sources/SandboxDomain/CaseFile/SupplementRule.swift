/// The rules for answering a supplement (보완: Decree 39②, 40②, 42의4②).
public enum SupplementRule {
    /// Whether the supplement of that number, or without one the only one that is open, may be answered: once.
    ///
    /// - Parameters:
    ///   - open: the numbers of those that wait for an answer.
    ///   - answered: the numbers of those that have one.
    public static func mayAnswer(_ number: Int?, open: [Int], answered: [Int]) throws(Refusal) {
        if let number {
            if answered.contains(number) { throw .caseFile(.alreadyAnswered(number)) }
            return
        }
        guard !open.isEmpty else { throw .caseFile(.supplementNoneOpen) }
        guard open.count == 1 else { throw .caseFile(.supplementOpen(open)) }
    }
}
