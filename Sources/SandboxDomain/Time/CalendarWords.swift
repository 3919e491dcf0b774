/// Reads a span of days as Korean and English roadmaps write it: one period, two with `~` between, or one that is open.
enum CalendarWords {
    /// The days that `text` means, either end open; nil when it means none.
    static func days(in text: String) -> (first: CivilDate?, last: CivilDate?)? {
        // Longer words are about something else.
        guard text.utf8.count <= 4 * TextRule.label.maximum else { return nil }
        let words = withoutRemark(text)
        if let until = dropping(suffixes: ["까지"], of: words)
            ?? dropping(prefixes: ["by the end of ", "by "], of: words)
        {
            // "2025.1~6월까지" has a beginning all the same.
            guard let days = days(in: until) else { return nil }
            return isRange(until) ? days : (nil, days.last)
        }
        if let since = dropping(suffixes: ["부터", "이후"], of: words)
            ?? dropping(prefixes: ["from ", "since "], of: words)
        {
            return CalendarPeriod(since)?.days.map { ($0.first, nil) }
        }
        guard let (from, to) = ends(of: words) else { return CalendarPeriod(words)?.days.map { ($0.first, $0.last) } }
        switch (from.isEmpty, to.isEmpty) {
        case (true, true): return nil
        case (false, true): return CalendarPeriod(from)?.days.map { ($0.first, nil) }
        case (true, false): return CalendarPeriod(to)?.days.map { (nil, $0.last) }
        case (false, false):
            guard let left = CalendarPeriod(from), let right = CalendarPeriod(to),
                let first = left.completed(by: right).days?.first, let last = right.following(left).days?.last,
                first <= last
            else { return nil }
            return (first, last)
        }
    }

    /// `text` half-width, in lower case, without a remark in parentheses at its end, and with one kind of each sign.
    private static func withoutRemark(_ text: String) -> String {
        var words = trimmed(halfWidth(text))
        if words.last == ")", let open = words.firstIndex(of: "(") { words = trimmed(words[..<open]) }
        return String(
            words.lowercased().map { sign in
                switch sign {
                case "∼", "〜", "˜", "–", "—", "―": "~"
                case "ㆍ", "・", "･", "•", "∙", "⋅", "‧", ",": "·"
                case "’", "‘", "ʼ", "´", "`", "′": "'"
                default: sign
                }
            })
    }

    /// `text` half-width, without the time of day that a spreadsheet adds to a day (`2024-05-30 00:00:00`, `오전 12:00:00`, `T00:00:00Z`).
    static func withoutTime(_ text: String) -> String {
        let words = trimmed(halfWidth(text))
        guard let colon = words.firstIndex(of: ":") else { return words }
        let before = words[..<colon]
        // The hour, and what is between it and the day.
        let day = before.dropLast(before.reversed().prefix { $0.isNumber }.count)
        guard day.count < before.count, day.count >= 6 else { return words }
        var rest = trimmed(day)
        for word in ["오전", "오후", "am", "pm", "T", "t"] where rest.hasSuffix(word) {
            rest = trimmed(rest.dropLast(word.count))
        }
        return rest
    }

    private static func isRange(_ words: String) -> Bool { ends(of: withoutRemark(words)) != nil }

    /// What is before and after the sign of a range; nil when there is none. A hyphen is one between two spaces, between two
    /// years, and after a period that is no bare year: in `2025-06` it is none.
    private static func ends(of words: String) -> (String, String)? {
        for sign in ["~", " to ", " - ", "·"] {
            let parts = parts(of: words, around: sign)
            if parts.count == 2 { return (parts[0], parts[1]) }
            if parts.count > 2 { return nil }
        }
        let parts = parts(of: words, around: "-")
        guard parts.count == 2, let left = CalendarPeriod(parts[0]), let right = CalendarPeriod(parts[1]) else {
            return nil
        }
        return left.isYear ? (right.isYear ? (parts[0], parts[1]) : nil) : (parts[0], parts[1])
    }

    private static func parts(of words: String, around sign: String) -> [String] {
        var parts: [String] = []
        var rest = words[...]
        while let place = rest.firstRange(of: sign) {
            parts.append(trimmed(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        return parts + [trimmed(rest)]
    }

    private static func dropping(suffixes: [String], of words: String) -> String? {
        suffixes.first(where: words.hasSuffix).map { trimmed(words.dropLast($0.count)) }
    }

    private static func dropping(prefixes: [String], of words: String) -> String? {
        prefixes.first(where: words.hasPrefix).map { trimmed(words.dropFirst($0.count)) }
    }
}
