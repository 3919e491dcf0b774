/// When a condition is due: a rule, from which the deadlines count the day.
///
/// Written `before commencement`, `every 6 months`, `within 30 days of end` or `on 2026-12-31`, in SQL and in files alike.
public enum DueRule: Hashable, Sendable, CustomStringConvertible {
    /// Before the business starts or the period ends.
    case before(Event)
    /// Again and again while the business runs.
    case every(Int, Unit)
    /// Within some time after an event.
    case within(Int, Unit, of: Event)
    /// On a day of the calendar.
    case on(CivilDate)

    /// From what a rule counts.
    public enum Event: String, StableCode {
        /// The grant (지정·허가).
        case grant
        /// The start of the business (사업개시).
        case commencement
        /// The end of the period.
        case end
    }

    /// In what a rule counts.
    public enum Unit: String, StableCode {
        case days, months
    }

    /// Reads a rule as people write it.
    ///
    /// - Throws: ``InputProblem/notADueRule(_:)``.
    public init(_ text: String) throws(InputProblem) {
        if let korean = try DueRule.inKorean(text) {
            self = korean
            return
        }
        let words = foldedWord(text).split(separator: " ").map(String.init)
        func count(_ word: String) -> Int? { Int(word).flatMap { (1...999).contains($0) ? $0 : nil } }
        func unit(_ word: String) -> Unit? { Unit(rawValue: word.hasSuffix("s") ? word : word + "s") }
        switch words.first {
        case "before" where words.count == 2:
            guard let event = Event(rawValue: words[1]), event != .grant else { throw .notADueRule(text) }
            self = .before(event)
        case "every" where words.count == 3:
            guard let length = count(words[1]), let unit = unit(words[2]) else { throw .notADueRule(text) }
            self = .every(length, unit)
        case "within" where words.count == 5 && words[3] == "of":
            guard let length = count(words[1]), let unit = unit(words[2]), let event = Event(rawValue: words[4]) else {
                throw .notADueRule(text)
            }
            self = .within(length, unit, of: event)
        case "on" where words.count == 2: self = .on(try CivilDate(typed: words[1]))
        default: throw .notADueRule(text)
        }
    }

    /// The rule as it is stored.
    public var description: String {
        switch self {
        case .before(let event): "before \(event)"
        case .every(let length, let unit): "every \(length) \(unit)"
        case .within(let length, let unit, let event): "within \(length) \(unit) of \(event)"
        case .on(let day): "on \(day)"
        }
    }
}

extension DueRule {
    /// Reads a rule in the words in which it is printed: `사업개시 전까지`, `6개월마다`, `사업개시 후 6개월마다`, `유효기간 만료 후 30일 이내`,
    /// `2026. 12. 15.까지`.
    private static func inKorean(_ text: String) throws(InputProblem) -> DueRule? {
        var words = halfWidth(text).filter { !$0.isWhitespace }
        guard words.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) else { return nil }
        if words.hasSuffix("까지") { words = String(words.dropLast(2)) }
        if let day = try? CivilDate(typed: words) { return .on(day) }
        for (name, event) in [
            ("사업개시", Event.commencement), ("개시", .commencement), ("유효기간만료", .end), ("기간만료", .end), ("만료", .end),
            ("지정ㆍ허가", .grant), ("지정·허가", .grant), ("지정", .grant), ("허가", .grant),
        ] where words.hasPrefix(name) {
            let rest = words.dropFirst(name.count)
            if rest == "전", event != .grant { return .before(event) }
            for after in ["후", "일부터", "일로부터", "부터"] where rest.hasPrefix(after) {
                let length = rest.dropFirst(after.count)
                if length.hasSuffix("마다"), event == .commencement, let (number, unit) = measure(length.dropLast(2)) {
                    return .every(number, unit)
                }
                for end in ["이내", "내", ""] where length.hasSuffix(end) {
                    if let (number, unit) = measure(length.dropLast(end.count)) {
                        return .within(number, unit, of: event)
                    }
                }
            }
        }
        if words.hasSuffix("마다"), let (number, unit) = measure(words.dropLast(2)) { return .every(number, unit) }
        throw .notADueRule(text)
    }

    private static func measure(_ text: Substring) -> (Int, Unit)? {
        for (word, unit, size) in [
            ("개월", Unit.months, 1), ("달", .months, 1), ("분기", .months, 3), ("반기", .months, 6), ("년", .months, 12),
            ("주", .days, 7), ("일", .days, 1),
        ] where text.hasSuffix(word) {
            let digits = text.dropLast(word.count)
            let number = digits.isEmpty ? (["분기", "반기"].contains(word) ? 1 : nil) : Int(digits)
            if let number, (1...999).contains(number * size) { return (number * size, unit) }
        }
        return nil
    }
}
