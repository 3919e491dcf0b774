extension RegimeDocument {
    /// What the rules of a calendar say of the holidays of years that nobody has declared complete: the days of a decree in force, not
    /// those of elections, which nobody can foresee.
    public struct Foreseen: Hashable, Sendable {
        /// The years.
        public var years: ClosedRange<Int>
        /// The article.
        public var basis: String?
        /// The holidays.
        public var holidays: [HolidayRule]

        /// What is foreseen.
        public init(years: ClosedRange<Int>, basis: String? = nil, holidays: [HolidayRule] = []) {
            (self.years, self.basis, self.holidays) = (years, basis, holidays)
        }
    }

    /// A holiday that comes back.
    public struct HolidayRule: Hashable, Sendable {
        /// What it is called.
        public var name: Name
        /// The day of every year, e.g. `03-01`; nil for one that no fixed date has.
        public var every: String?
        /// Its days, of one that no fixed date has: those of the lunar calendar.
        public var on: [CivilDate]
        /// On which closed days it has a substitute, beside a weekday that is another holiday.
        public var substitute: Substitute

        /// Holidays with substitutes (관공서의 공휴일에 관한 규정 제3조).
        public enum Substitute: String, StableCode {
            /// It has none.
            case none
            /// Where it falls on a Sunday.
            case sunday
            /// Where it falls on a Saturday or Sunday.
            case weekend
        }

        /// A holiday.
        public init(name: Name, every: String? = nil, on: [CivilDate] = [], substitute: Substitute = .none) {
            (self.name, self.every, self.on, self.substitute) = (name, every, on, substitute)
        }
    }
}

extension RegimeDocument.Foreseen {
    /// The whole as one text, for comparing two versions.
    var text: String {
        let days = holidays.map { rule in
            let when = rule.every ?? rule.on.map(\.description).joined(separator: " ")
            return "\(rule.name.korean) \(when)" + (rule.substitute == .none ? "" : " +\(rule.substitute.rawValue)")
        }
        return (["\(years.lowerBound)-\(years.upperBound)", basis ?? ""] + days).joined(separator: ", ")
    }
}
