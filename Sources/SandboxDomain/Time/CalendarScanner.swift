/// Takes the words of one period of the calendar apart.
struct CalendarScanner {
    enum Token {
        case year(Int), half(Int), quarter(Int), month(Int), nameOfMonth(Int), third(Int), day(Int)
        /// isMarked: a point, stroke or hyphen is before it.
        case number(Int, digits: Int, isMarked: Bool)
    }

    private var rest: Substring
    /// The mark between the last word and the next.
    private var mark: Character?

    init(_ words: String) { rest = words[...] }

    /// Whether every word was taken.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next word of the calendar; nil at the end, and before a word that is none.
    mutating func next() -> Token? {
        mark = nil
        skipFillers()
        if drop("'") {
            let year = digits()
            return year.count == 2 ? Int(year).map { dropYear(2000 + $0) } : nil
        }
        let number = digits()
        if number.isEmpty { return name() }
        guard number.count <= 8, let value = Int(number) else { return nil }
        return numbered(value, number.count)
    }

    /// What a number means by the word after it.
    private mutating func numbered(_ value: Int, _ count: Int) -> Token {
        skipSpaces()
        if count == 2 || count == 4, drop("년") || drop("年") {
            return dropYear(count == 2 ? 2000 + value : value)
        }
        if count == 1 {
            // "4/4" is a quarter of a year, "2025/4/4" is a day.
            if mark != "/", (1...4).contains(value), isFourth(), drop("/4") {
                _ = drop("분기")
                return .quarter(value)
            }
            if drop("분기") || drop("qtr") || drop("q") { return .quarter(value) }
            if (1...2).contains(value), drop("h") { return .half(value) }
            if drop("st half") || drop("nd half") { return .half(value) }
            if drop("st quarter") || drop("nd quarter") || drop("rd quarter") || drop("th quarter") {
                return .quarter(value)
            }
        }
        if count <= 2 {
            if drop("월") || drop("月") { return .month(value) }
            if drop("일") || drop("日") || drop("st") || drop("nd") || drop("rd") || drop("th") { return .day(value) }
        }
        return .number(value, digits: count, isMarked: mark != nil)
    }

    /// Whether "/4" is after a number, and not the beginning of a longer one.
    private func isFourth() -> Bool {
        guard rest.hasPrefix("/4") else { return false }
        guard let after = rest.dropFirst(2).first else { return true }
        return !after.isNumber && !"./-".contains(after)
    }

    private mutating func dropYear(_ number: Int) -> Token {
        skipSpaces()
        _ = drop("년") || drop("年")
        _ = drop("도") || drop("度")
        return .year(number)
    }

    private mutating func name() -> Token? {
        for (names, token) in Self.names where names.contains(where: { drop($0) }) { return token }
        for letter in ["q", "h"] where rest.hasPrefix(letter) {
            guard let digit = rest.dropFirst().first?.wholeNumberValue else { return nil }
            rest = rest.dropFirst(2)
            return letter == "q" ? .quarter(digit) : .half(digit)
        }
        for (place, month) in Self.months.enumerated() where drop(month) || drop(String(month.prefix(3))) {
            _ = drop("t")  // sept
            _ = drop(".")
            return .nameOfMonth(place + 1)
        }
        return nil
    }

    /// White space, marks between parts, and words that leave open which day of a period is meant.
    private mutating func skipFillers() {
        while let next = rest.first {
            if next.isWhitespace || "./-·".contains(next) {
                if !next.isWhitespace { mark = next }
                rest = rest.dropFirst()
            } else if Self.thirds.contains(where: rest.hasPrefix) || !Self.fillers.contains(where: { drop($0) }) {
                return
            }
        }
    }

    private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

    private mutating func digits() -> String {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return String(digits)
    }

    private mutating func drop(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    private static let thirds = ["상순", "초순", "중순", "하순"]
    private static let names: [([String], Token)] = [
        (["상순", "초순"], .third(1)), (["중순"], .third(2)), (["하순"], .third(3)),
        (["상반기", "전반기", "上半期", "上半", "상", "上", "first half"], .half(1)),
        (["하반기", "후반기", "下半期", "下半", "하", "下", "second half"], .half(2)),
        (["first quarter"], .quarter(1)), (["second quarter"], .quarter(2)), (["third quarter"], .quarter(3)),
        (["fourth quarter", "last quarter"], .quarter(4)),
    ]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let fillers = [
        "연말", "연내", "연중", "연초", "말", "초", "이내", "내", "중에", "중", "안에", "경", "the end of ", "end of ", "end-", "early ",
        "mid-", "mid ", "late ",
        "during ", "in ", "of ", "the ", "year ",
    ]
}
