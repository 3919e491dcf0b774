import SandboxDomain

/// Numbers the items of a paper in their order, whatever lines are left out: `1.`, `가.`, `1)`
/// (행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조 제1항).
struct ItemNumbering {
    private var counts: [Int] = []

    /// A paragraph with its facts; if its words begin with the sign of an item, with the sign that is next at its level.
    mutating func numbered(_ words: PaperText.Words, _ values: [PaperField: String], _ level: Int) -> String {
        let text = words.filled(values)
        guard case .text(let start)? = words.pieces.first, let sign = start.firstIndex(of: "."),
            sign != start.startIndex
        else { return text }
        let mark = start[..<sign]
        let letters: [Character]
        if mark.allSatisfy({ $0.isASCII && $0.isWholeNumber }) {
            letters = []
        } else if mark.count == 1, let series = Self.series.first(where: { $0.contains(mark.first ?? " ") }) {
            letters = series
        } else {
            return text
        }
        while counts.count <= level { counts.append(0) }
        counts[level] += 1
        counts.removeSubrange((level + 1)...)
        let number = counts[level]
        let next = letters.isEmpty ? "\(number)" : number <= letters.count ? String(letters[number - 1]) : String(mark)
        return next + text.dropFirst(mark.count)
    }

    private static let series: [[Character]] = [Array("가나다라마바사아자차카타파하"), Array("ABCDEFGHIJKLMNOP")]
}
