extension CivilDate {
    /// Reads a day as people write it: `2026-12-15`, `2026. 12. 15.`, `2026.12.15`, `2026/12/15`, `2026년 12월 15일`, `20261215`,
    /// and with two digits of a year of this century `26-12-15`; full-width digits too.
    ///
    /// What a day is taken for never depends on the other two numbers: it is year, month, day, and nothing else.
    /// - Throws: ``InputProblem/notADate(_:)``.
    public init(typed text: some StringProtocol) throws(InputProblem) {
        let bytes = Array(halfWidth(String(text)).utf8.filter { $0 != 0x20 })
        let words = String(decoding: bytes, as: UTF8.self)
        var parts: [Substring]
        switch words {
        case _ where words.contains("년"):
            guard words.hasSuffix("일") else { throw .notADate(String(text)) }
            parts = words.dropLast().split(omittingEmptySubsequences: false) { $0 == "년" || $0 == "월" }
        case _ where words.contains("."):
            parts = words.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count == 4, parts[3].isEmpty { parts.removeLast() }
        case _ where words.contains("/"): parts = words.split(separator: "/", omittingEmptySubsequences: false)
        case _ where words.contains("-"): parts = words.split(separator: "-", omittingEmptySubsequences: false)
        default:
            guard words.utf8.count == 8 else { throw .notADate(String(text)) }
            parts = [words.prefix(4), words.dropFirst(4).prefix(2), words.dropFirst(6)]
        }
        guard parts.count == 3, [2, 4].contains(parts[0].utf8.count),
            parts[1...].allSatisfy({ (1...2).contains($0.utf8.count) }),
            let year = CivilDate.digits(parts[0]), let month = CivilDate.digits(parts[1]),
            let day = CivilDate.digits(parts[2]),
            let date = CivilDate(year: parts[0].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
        else { throw .notADate(String(text)) }
        self = date
    }

    private static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}

/// Reads whole numbers as people write them.
public enum WrittenNumber {
    /// `150,000,000`, `1억 5천만`, `1억5천만 원`, `40%`, `24개월`, full-width digits too.
    /// - Parameter units: the words that may follow, such as `개월`.
    /// - Returns: nil for anything else, also for one that is too large.
    public static func whole(_ text: String, units: [String] = []) -> Int64? {
        var words = halfWidth(text).filter { !$0.isWhitespace }
        for unit in units where words.hasSuffix(unit) && words.count > unit.count {
            words = String(words.dropLast(unit.count))
            break
        }
        if words.contains(",") {
            let groups = words.split(separator: ",", omittingEmptySubsequences: false)
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
            words = groups.joined()
        }
        if let number = Int64(words), words.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return number }
        return korean(words)
    }

    /// `1억5천만`: groups of ten thousand, within them thousands, hundreds and tens.
    private static func korean(_ words: String) -> Int64? {
        var (total, group, number): (Int64, Int64, Int64?) = (0, 0, nil)
        var last = Int64.max
        var small = Int64.max
        for letter in words {
            if let digit = letter.wholeNumberValue, letter.isASCII {
                let (more, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
                guard !isTooLarge, more <= .max - 9 else { return nil }
                number = more + Int64(digit)
                continue
            }
            switch letter {
            case "천", "백", "십":
                let size: Int64 = letter == "천" ? 1000 : letter == "백" ? 100 : 10
                guard size < small, let part = times(number ?? 1, size) else { return nil }
                (group, number, small) = (group + part, nil, size)
            case "조", "억", "만":
                let size: Int64 = letter == "조" ? 1_000_000_000_000 : letter == "억" ? 100_000_000 : 10_000
                guard size < last, group + (number ?? 0) > 0, let part = times(group + (number ?? 0), size),
                    part <= .max - total
                else { return nil }
                (total, group, number, last, small) = (total + part, 0, nil, size, .max)
            default: return nil
            }
        }
        guard !words.isEmpty, let rest = number.map({ $0 + group }) ?? Optional(group), rest <= .max - total else {
            return nil
        }
        return last == .max && small == .max ? nil : total + rest
    }

    private static func times(_ number: Int64, _ size: Int64) -> Int64? {
        let (product, isTooLarge) = number.multipliedReportingOverflow(by: size)
        return isTooLarge || product > .max / 2 ? nil : product
    }
}
