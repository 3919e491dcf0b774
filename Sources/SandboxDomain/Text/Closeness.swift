/// The word of `candidates` that `text` was probably meant to be, or nil when nothing is close.
///
/// Close means: at most a third of the letters (but at least one) were dropped, added, changed or swapped with their
/// neighbour, ignoring case, or the text is the beginning of exactly one candidate, or of a word in exactly one. The
/// first of equally close candidates wins, so the answer does not vary. Nothing is close to more than 300 bytes.
/// Example: `tempory-permit` → `temporary-permit`, `permit` → `temporary-permit`.
public func closestWord(to text: String, among candidates: some Sequence<String>) -> String? {
    // Nobody misspells a word into a page.
    guard text.utf8.count <= 300 else { return nil }
    let word = Array(foldedWord(text))
    guard !word.isEmpty else { return nil }
    var best: (candidate: String, distance: Int)?
    var continuations: [String] = []
    var holders: [String] = []
    for candidate in candidates {
        let other = Array(foldedWord(candidate))
        let limit = max(1, max(word.count, other.count) / 3)
        if word.count >= 3 {
            let words = other.split { "-_ ".contains($0) }
            if other.starts(with: word) { continuations.append(candidate) }
            if words.contains(where: { $0.starts(with: word) }) { holders.append(candidate) }
        }
        guard abs(word.count - other.count) <= limit else { continue }
        let distance = editDistance(word, other)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate ?? [continuations, holders].first { $0.count == 1 }?.first
}

/// The number of letters to insert, delete, change or swap with a neighbour to turn `a` into `b`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
