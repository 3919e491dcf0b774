/// Reads the calendar words of Korean and English roadmaps.
enum CalendarWords {
    /// The first and last day of one year, half, quarter, month or day.
    private typealias Period = (first: CivilDate, last: CivilDate)

    /// The days that `text` means, either end open; nil when it means none.
    static func days(in text: String) -> (first: CivilDate?, last: CivilDate?)? {
        let words = String(foldedWord(withoutRemark(text)).map { "∼〜".contains($0) ? "~" : $0 })
        if let until = dropping(suffix: "까지", of: words) ?? dropping(prefix: "by ", of: words) {
            return period(until).map { (nil, $0.last) }
        }
        if let since = dropping(suffix: "부터", of: words) ?? dropping(prefix: "from ", of: words) {
            return period(since).map { ($0.first, nil) }
        }
        let ends = words.split(separator: "~", omittingEmptySubsequences: false).map { trimmed($0) }
        guard ends.count == 2 else { return ends.count == 1 ? period(words).map { ($0.first, $0.last) } : nil }
        switch (ends[0].isEmpty, ends[1].isEmpty) {
        case (true, true): return nil
        case (false, true): return period(ends[0]).map { ($0.first, nil) }
        case (true, false): return period(ends[1]).map { (nil, $0.last) }
        case (false, false):
            guard let from = period(ends[0]), let to = period(ends[1]), from.first <= to.last else { return nil }
            return (from.first, to.last)
        }
    }

    /// `text` without a remark in parentheses at its end.
    private static func withoutRemark(_ text: String) -> String {
        let half = trimmed(halfWidth(text))
        guard half.last == ")", let open = half.firstIndex(of: "(") else { return half }
        return String(half[..<open])
    }

    private static func dropping(suffix: String, of words: String) -> String? {
        words.hasSuffix(suffix) ? trimmed(words.dropLast(suffix.count)) : nil
    }

    private static func dropping(prefix: String, of words: String) -> String? {
        words.hasPrefix(prefix) ? trimmed(words.dropFirst(prefix.count)) : nil
    }

    private static func period(_ words: String) -> Period? {
        let (shape, n) = shape(of: words)
        switch shape {
        case "#", "#년", "#.": return months(n[0], from: 1, count: 12)
        case "#상반기", "#-상반기", "#년상반기", "#firsthalf": return months(n[0], from: 1, count: 6)
        case "#하반기", "#-하반기", "#년하반기", "#secondhalf": return months(n[0], from: 7, count: 6)
        case "#h#", "#-h#": return part(n[1], of: 2, in: n[0])
        case "h##": return part(n[0], of: 2, in: n[1])
        case "#q#", "#-q#", "#년#분기", "#.#분기", "#-#분기", "##분기": return part(n[1], of: 4, in: n[0])
        case "#년#/#분기": return n[2] == 4 ? part(n[1], of: 4, in: n[0]) : nil
        case "q##": return part(n[0], of: 4, in: n[1])
        case "#-#", "#.#", "#.#.", "#/#", "#년#월": return months(n[0], from: n[1], count: 1)
        case "#-#-#", "#.#.#", "#.#.#.", "#/#/#", "#년#월#일":
            return CivilDate(year: n[0], month: n[1], day: n[2]).flatMap { $0.year >= 1000 ? ($0, $0) : nil }
        default: return nil
        }
    }

    /// The words without spaces and with `#` for each number, and the numbers.
    private static func shape(of words: String) -> (shape: String, numbers: [Int]) {
        var shape = ""
        var numbers: [Int] = []
        var isInNumber = false
        for character in words {
            guard let digit = character.isASCII ? character.wholeNumberValue : nil else {
                if !character.isWhitespace { shape.append(character) }
                isInNumber = false
                continue
            }
            if isInNumber {
                numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 99_999)
            } else {
                numbers.append(digit)
                shape.append("#")
            }
            isInNumber = true
        }
        return (shape, numbers)
    }

    /// Half or quarter `number`, from 1, of a year in `count` parts.
    private static func part(_ number: Int, of count: Int, in year: Int) -> Period? {
        let length = 12 / count
        return (1...count).contains(number) ? months(year, from: (number - 1) * length + 1, count: length) : nil
    }

    private static func months(_ year: Int, from month: Int, count: Int) -> Period? {
        guard year >= 1000, let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let end = month + count - 1
        let last = CivilDate(year: year, month: end, day: CivilDate.length(ofMonth: end, year: year))
        return last.map { (first, $0) }
    }
}
