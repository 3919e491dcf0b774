/// Why a period ends on another day than it was promised when it started.
public enum DueDifference: String, StableCode {
    /// Holidays were announced or withdrawn since.
    case calendar
    /// Days were left out.
    case stops
    /// It was extended.
    case extended
    /// It does not end before another period.
    case floor
    /// It runs from the end of another period, which has moved.
    case start
}

extension PeriodCount {
    /// Why it does not end on the day that was promised; nothing if it does, or if a stop still holds it up.
    ///
    /// Example: a temporary holiday decided two weeks ahead moves an end that fell on it: `calendar`.
    public func differences(from promised: CivilDate?, isAnchored: Bool, on calendar: CountingCalendar)
        -> [DueDifference]
    {
        let due = dueWithout({ _ in }, calendar)
        guard let promised, let due, due != promised else { return [] }
        var found: [DueDifference] = []
        if isAnchored { return [.start] }
        if dueWithout({ ($0.stops, $0.added, $0.floor) = ([], nil, nil) }, calendar) != promised {
            found.append(.calendar)
        }
        if floor != nil, dueWithout({ $0.floor = nil }, calendar) != due { found.append(.floor) }
        if !stops.isEmpty, dueWithout({ $0.stops = [] }, calendar) != due { found.append(.stops) }
        if added != nil, dueWithout({ $0.added = nil }, calendar) != due { found.append(.extended) }
        return found
    }

    private func dueWithout(_ edit: (inout PeriodCount) -> Void, _ calendar: CountingCalendar) -> CivilDate? {
        var count = self
        edit(&count)
        return count.counted(on: calendar, through: count.start).dueOn
    }
}
