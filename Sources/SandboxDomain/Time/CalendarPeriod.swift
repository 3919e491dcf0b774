/// One year, half-year, quarter, month, third of a month or day, as Korean and English roadmaps write it.
///
/// "At the end of", "within", "in the course of" a period mean the period: which of its days is meant, nobody has said.
struct CalendarPeriod {
    private enum Part: Equatable {
        case half, quarter, month
        /// What a number without a word after it means is told by the other end of a range.
        case bare
    }

    private var year: Int?
    private var part: (kind: Part, number: Int)?
    private var third: Int?
    private var day: Int?
    /// `2026 1` is no month; `2026년 1~2분기` has a first quarter.
    private var isUnmarked = false

    /// Reads the words of one period: half-width, lower case, without remarks. Any word that is not of the calendar means that
    /// it is none.
    init?(_ words: String) {
        var scanner = CalendarScanner(words)
        while let token = scanner.next() {
            guard take(token) else { return nil }
        }
        guard scanner.isAtEnd, year != nil || part != nil || day != nil else { return nil }
    }

    /// Whether it is a whole year.
    var isYear: Bool { year != nil && part == nil && third == nil && day == nil }

    /// The first and the last day; nil when it has none, because the year is missing or there is no such day.
    var days: (first: CivilDate, last: CivilDate)? {
        guard let year, year >= 1000 else { return nil }
        guard let part else { return day == nil ? Self.months(year, from: 1, count: 12) : nil }
        switch part.kind {
        case .half: return third == nil && day == nil ? Self.part(part.number, of: 2, in: year) : nil
        case .quarter: return third == nil && day == nil ? Self.part(part.number, of: 4, in: year) : nil
        case .bare where isUnmarked: return nil
        case .month, .bare:
            guard let month = Self.months(year, from: part.number, count: 1) else { return nil }
            if let day { return CivilDate(year: year, month: part.number, day: day).map { ($0, $0) } }
            guard let third else { return month }
            guard let first = CivilDate(year: year, month: part.number, day: third * 10 - 9),
                let last = third == 3 ? month.last : CivilDate(year: year, month: part.number, day: third * 10)
            else { return nil }
            return (first, last)
        }
    }

    /// The first end of a range, whose number means what the number of the last end does: `1~2분기`.
    func completed(by last: CalendarPeriod) -> CalendarPeriod {
        var first = self
        first.year = year ?? last.year
        if let part, part.kind == .bare, let kind = last.part?.kind, last.year == nil {
            first.part = (kind, part.number)
        }
        return first
    }

    /// The last end of a range, which is in the year of the first unless it says another: `2025.1~6월`.
    func following(_ first: CalendarPeriod) -> CalendarPeriod {
        var last = self
        guard year == nil else { return last }
        last.year = first.year
        // "2024~25" is two years.
        if first.isYear, let from = first.year, day == nil, let part, part.kind == .bare, part.number > 12,
            part.number > from % 100
        {
            (last.year, last.part) = (from / 100 * 100 + part.number, nil)
            return last
        }
        if let part, part.kind == .bare, let kind = first.part?.kind { last.part = (kind, part.number) }
        // "6.1~6.30" is two days, "6.1~30" as well.
        if part?.kind == .bare, day == nil, first.day != nil, let month = first.part {
            (last.part, last.day) = (month, part?.number)
        }
        return last
    }

    private mutating func take(_ token: CalendarScanner.Token) -> Bool {
        switch token {
        case .year(let number): return set(&year, number)
        case .half(let number): return set(.half, number)
        case .quarter(let number): return set(.quarter, number)
        case .month(let number): return set(.month, number)
        case .third(let number): return set(&third, number)
        case .day(let number): return set(&day, number)
        case .number(let number, digits: 8, _):
            return set(&year, number / 10_000) && set(.month, number / 100 % 100) && set(&day, number % 100)
        case .number(let number, digits: 6, _): return set(&year, number / 100) && set(.month, number % 100)
        case .number(let number, digits: 4, _): return set(&year, number)
        // "4Q25" and "1H 25": a year of two digits is one after a half or a quarter only.
        case .number(let number, digits: 2, _)
        where year == nil && part != nil && part?.kind != .bare && part?.kind != .month:
            return set(&year, 2000 + number)
        case .number(let number, digits: 1...2, let isMarked):
            if year != nil, part == nil { isUnmarked = !isMarked }
            return part == nil
                ? set(.bare, number) : part?.kind == .bare || part?.kind == .month ? set(&day, number) : false
        case .number: return false
        // "31 December 2025"
        case .nameOfMonth(let number):
            if let part, part.kind == .bare, day == nil { (self.part, day) = (nil, part.number) }
            return set(.month, number)
        }
    }

    private mutating func set(_ kind: Part, _ number: Int) -> Bool {
        guard part == nil else { return false }
        part = (kind, number)
        return true
    }

    private func set(_ place: inout Int?, _ number: Int) -> Bool {
        guard place == nil else { return false }
        place = number
        return true
    }

    /// Half or quarter `number`, from 1, of a year in `count` parts.
    private static func part(_ number: Int, of count: Int, in year: Int) -> (first: CivilDate, last: CivilDate)? {
        let length = 12 / count
        return (1...count).contains(number) ? months(year, from: (number - 1) * length + 1, count: length) : nil
    }

    private static func months(_ year: Int, from month: Int, count: Int) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let end = month + count - 1
        let last = CivilDate(year: year, month: end, day: CivilDate.length(ofMonth: end, year: year))
        return last.map { (first, $0) }
    }
}
