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
        case "on" where words.count == 2: self = .on(try CivilDate(iso: words[1]))
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
