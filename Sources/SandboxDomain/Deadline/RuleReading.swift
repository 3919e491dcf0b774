/// Another way in which the law of a rule can be read, with the article it rests on. What counts is the rule itself; the other day is
/// told beside it.
public struct RuleReading: Hashable, Sendable {
    /// What is read otherwise.
    public var kind: Kind
    /// The article.
    public var basis: String
    /// What it says, in Korean.
    public var korean: String
    /// The same in English.
    public var english: String
    /// How long the period is by it, where that differs.
    public var length: PeriodLength?
    /// The dispositions of which it can be read so; none: every one.
    public var about: [DispositionKind]

    /// What is read otherwise.
    public enum Kind: String, StableCode {
        /// The day on which a stop begins counts.
        case stopDayCounts = "stop-day-counts"
        /// An extension runs from the day after the period has ended, where the rule counts it in one.
        case extensionFromExpiry = "extension-from-expiry"
        /// Counted back, the day it is counted from is out.
        case strictBackward = "strict-backward"
        /// The day after the end of another period, with which it begins, is out as well.
        case startDayOut = "start-day-out"
        /// Another length.
        case otherLength = "other-length"
    }

    /// A reading.
    public init(
        _ kind: Kind, basis: String, korean: String, english: String, length: PeriodLength? = nil,
        about: [DispositionKind] = []
    ) {
        (self.kind, self.basis, self.korean, self.english) = (kind, basis, korean, english)
        (self.length, self.about) = (length, about)
    }
}

extension RuleReading {
    /// The whole as one text, for comparing two versions.
    var text: String {
        ([kind.rawValue, basis, korean, english, length?.text ?? ""] + about.map(\.rawValue)).joined(separator: ", ")
    }
}

/// What a reading comes to.
public struct ReadOtherwise: Hashable, Sendable {
    /// The reading.
    public let reading: RuleReading
    /// The last day by it; nil while a stop lasts.
    public let dueOn: CivilDate?
}

extension PeriodCount {
    /// The ends by other readings, where they differ.
    ///
    /// Example: told on 1 September, a supplement asked for on 21 and answered on 28 September: 12 October, by the reading that counts
    /// the day of asking 8 October.
    /// - Parameters:
    ///   - startsAtEnd: whether it begins with the end of another period, and not with an event.
    ///   - disposition: what it is about, where it is about a disposition.
    public func read(
        otherwise readings: [RuleReading], on calendar: CountingCalendar, startsAtEnd: Bool = false,
        disposition: DispositionKind? = nil
    ) -> [ReadOtherwise] {
        let due = counted(on: calendar, through: start).dueOn
        return readings.compactMap { reading in
            if let disposition, !reading.about.isEmpty, !reading.about.contains(disposition) { return nil }
            let day: CivilDate?
            if reading.kind == .strictBackward {
                guard method.runsBackward else { return nil }
                day = due?.adding(days: -1)
            } else {
                guard let other = read(reading, startsAtEnd: startsAtEnd) else { return nil }
                day = other.counted(on: calendar, through: start).dueOn
            }
            return day == due ? nil : ReadOtherwise(reading: reading, dueOn: day)
        }
    }

    /// The count by a reading; nil where it changes nothing.
    private func read(_ reading: RuleReading, startsAtEnd: Bool) -> PeriodCount? {
        var other = self
        switch reading.kind {
        case .stopDayCounts:
            if stops.isEmpty { return nil }
            other.stops = stops.compactMap { stop in
                guard let first = stop.first.adding(days: 1), stop.last.map({ first <= $0 }) ?? true else { return nil }
                return Stop(from: first, to: stop.last)
            }
        case .extensionFromExpiry:
            if added == nil { return nil }
            other.extendsFromExpiry.toggle()
        case .startDayOut:
            guard startsAtEnd, let next = start.adding(days: 1) else { return nil }
            other.start = next
        case .otherLength:
            guard let length = reading.length else { return nil }
            other.length = length
        case .strictBackward: return nil
        }
        return other
    }
}
