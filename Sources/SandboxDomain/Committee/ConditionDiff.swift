/// How one list of conditions became another: the proposed ones became those decided, or those decided became those now
/// in force.
public struct ConditionDiff: Hashable, Sendable {
    /// The pairs in the order of the later list; what fell away comes last.
    public let pairs: [Pair]

    /// One condition in both lists, or in one of them.
    public struct Pair: Hashable, Sendable {
        /// As it was.
        public let before: String?
        /// As it became.
        public let after: String?

        /// A pair.
        public init(before: String?, after: String?) { (self.before, self.after) = (before, after) }

        /// What happened to it.
        public var kind: Kind {
            switch (before, after) {
            case (nil, _): .added
            case (_, nil): .dropped
            default: before == after ? .kept : .changed
            }
        }
    }

    /// What happened to a condition.
    public enum Kind: String, StableCode {
        /// Word for word the same.
        case kept
        /// In other words.
        case changed
        /// Not there before.
        case added
        /// Not there any more.
        case dropped
    }

    /// Compares two lists: equal texts belong together, then the most alike of the rest.
    ///
    /// Example: "at 4 clinics" and "at 100 clinics" are one condition that was changed.
    public init(from earlier: [String], to later: [String]) {
        var left = Array(earlier.indices)
        var found: [Int: Int] = [:]
        for (index, text) in later.enumerated() {
            guard let match = left.firstIndex(where: { earlier[$0] == text }) else { continue }
            found[index] = left.remove(at: match)
        }
        let words = (earlier.map(bigrams), later.map(bigrams))
        var candidates: [(likeness: Double, before: Int, after: Int)] = []
        for after in later.indices where found[after] == nil {
            for before in left {
                let likeness = overlap(words.0[before], words.1[after])
                if likeness >= 0.4 { candidates.append((likeness, before, after)) }
            }
        }
        for candidate in candidates.sorted(by: {
            ($1.likeness, $0.after, $0.before) < ($0.likeness, $1.after, $1.before)
        }) {
            guard found[candidate.after] == nil, left.contains(candidate.before) else { continue }
            found[candidate.after] = candidate.before
            left.removeAll { $0 == candidate.before }
        }
        pairs =
            later.enumerated().map { Pair(before: found[$0].map { earlier[$0] }, after: $1) }
            + left.map { Pair(before: earlier[$0], after: nil) }
    }
}

/// Pairs of neighbouring letters, without white space and marks: what Korean texts have in common shows in them.
package func bigrams(_ text: String) -> Set<String> {
    let letters = Array(text.lowercased().filter { $0.isLetter || $0.isNumber })
    guard letters.count > 1 else { return Set(letters.map { String($0) }) }
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
}

/// What share of the smaller set is in the other.
private func overlap(_ a: Set<String>, _ b: Set<String>) -> Double {
    let minimum = min(a.count, b.count)
    return minimum == 0 ? 0 : Double(a.intersection(b).count) / Double(minimum)
}
