extension PeriodCount {
    /// Counts day by day.
    ///
    /// Example: 30 days civil from 2025-09-05: 09-06 is day 1, 10-05 day 30 and a Sunday, 10-06 to 10-09 are closed, due
    /// 2025-10-10.
    /// - Parameter through: while a stop lasts, the days up to this one are shown.
    public func counted(on calendar: CountingCalendar, through: CivilDate) -> CountedPeriod {
        var walk = PeriodWalk(self, calendar, through)
        if method.runsBackward { walk.back() } else { walk.forward() }
        return walk.period
    }
}

/// The walk along the calendar.
private struct PeriodWalk {
    let count: PeriodCount
    let calendar: CountingCalendar
    let through: CivilDate
    var period = CountedPeriod()

    init(_ count: PeriodCount, _ calendar: CountingCalendar, _ through: CivilDate) {
        (self.count, self.calendar, self.through) = (count, calendar, through)
    }

    mutating func forward() {
        let method = count.method
        guard let first = method.countsFirstDay ? count.start : count.start.adding(days: 1) else { return }
        let openDaysOnly = method.countsOpenDaysOnly && count.length.unit == .day
        let before = method.countsFirstDay ? first.adding(days: -1) : count.start
        let base = before.flatMap { last(count.length, $0) }
        let addsAfter = count.added != nil && count.extendsFromExpiry && !openDaysOnly
        period.plainEnd = addsAfter ? base : count.added.flatMap { added in base.flatMap { last(added, $0) } } ?? base
        period.capOn = before.flatMap { day in count.cap.flatMap { last($0, day) } }.flatMap {
            method.endMoves ? firstOpen($0) : $0
        }
        guard let plainEnd = period.plainEnd else { return }
        // How many days are to be counted: months and years are as long as the calendar makes them.
        let needed = openDaysOnly ? count.length.count + (count.added?.count ?? 0) : first.days(until: plainEnd) + 1
        let needsBase = openDaysOnly ? count.length.count : (base.map { first.days(until: $0) + 1 } ?? needed)

        if !method.countsFirstDay { append(count.start, .firstDayOut) }
        var day: CivilDate? = first
        if openDaysOnly, count.length.count <= 5 { day = takeHours(first) }
        if needed == 0 { period.countedEnd = first.adding(days: -1) }
        run(from: day, needed: needed, needsBase: needsBase, openDaysOnly)
        if addsAfter, isCapped { period.countedEnd = nil } else if addsAfter { extend(after: needed) }
        close()
    }

    /// The last day of a length that follows a day. The first length follows the event, an extension the end.
    private func last(_ length: PeriodLength, _ day: CivilDate) -> CivilDate? {
        count.method.endsOnSameDate ? length.after(day) : day.adding(days: 1).flatMap { length.lastDay(from: $0) }
    }

    /// Whether the count has come to the end in any case.
    private var isCapped: Bool { period.capOn.map { cap in (period.days.last?.date ?? count.start) >= cap } ?? false }

    /// What an extension adds to a period that has ended: from the day after its end, which may have moved (행정기본법 제36조 제2항).
    private mutating func extend(after counted: Int) {
        guard let full = period.countedEnd, let added = count.added else { return }
        let expired = expiry(full)
        period.countedEnd = nil
        guard let expired, let end = last(added, expired) else { return }
        var next = full
        while next < expired, let day = next.adding(days: 1) {
            append(day, stop(on: day) == nil ? .moved : .stopped, stop: stop(on: day))
            next = day
        }
        period.plainEnd = end
        run(
            from: expired.adding(days: 1), needed: counted + expired.days(until: end), needsBase: counted, false,
            number: counted)
    }

    /// Counts until the count is full, the cap is reached, or a stop has no end.
    private mutating func run(
        from start: CivilDate?, needed: Int, needsBase: Int, _ openDaysOnly: Bool, number counted: Int = 0
    ) {
        var number = counted
        var next = start
        while number < needed, let day = next, let isOpen = calendar.isOpen(day) {
            if let capOn = period.capOn, day > capOn { break }
            if let stop = stop(on: day) {
                if count.stops[stop].last == nil, day > max(through, count.stops[stop].first) {
                    if period.capOn == nil { break }
                }
                append(day, .stopped, stop: stop)
            } else if openDaysOnly && !isOpen {
                append(day, .notCounted)
            } else {
                number += 1
                append(day, .counted, number: number)
                if count.added != nil, number == needsBase + 1 { mark(.extended) }
            }
            if day == period.plainEnd, !openDaysOnly { mark(.plainEnd) }
            if number == needed { period.countedEnd = day }
            next = day.adding(days: 1)
        }
        if period.countedEnd != nil, needed > counted { mark(.countFull) }
    }

    /// The end: the full count moved to an open day, the cap if that is earlier, and not before the floor.
    private mutating func close() {
        let full = period.countedEnd.flatMap { expiry($0) }
        if full == nil, let countedEnd = period.countedEnd, isHeldUp(after: countedEnd) {
            period.countedEnd = nil
            showHeldUp(after: countedEnd)
        }
        let minimum = minEnd()
        let end = full.map { max($0, minimum ?? $0) }
        period.dueOn = [end, period.capOn].compactMap { $0 }.min()
        let own = period.dueOn
        if let floor = count.floor, let due = period.dueOn, due < floor { period.dueOn = floor }
        guard let due = period.dueOn else { return }
        // The days between the full count and the end.
        period.days.removeAll { $0.date > due }
        var next = period.days.last?.date.adding(days: 1) ?? count.start
        while next <= due {
            let stop = stop(on: next)
            let kind: CountedDay.Kind =
                next == due ? .end : own.map { next > $0 } ?? false ? .untilFloor : stop == nil ? .moved : .stopped
            append(next, kind, stop: kind == .stopped ? stop : nil)
            guard let following = next.adding(days: 1) else { break }
            next = following
        }
        if let last = period.days.indices.last {
            if due == minimum, full != due { period.days[last].marks.append(.minOpen) }
            if due == period.capOn, end != due { period.days[last].marks.append(.cap) }
            if due == count.floor, own != due { period.days[last].marks.append(.floor) }
            period.days[last].marks.append(.due)
        }
        if count.method.hangsOnDays {
            let first = count.method.countsOpenDaysOnly || count.method.minOpenDays > 0 ? firstDay : nil
            let days = [first, period.countedEnd, due].compactMap { $0 }
            if let low = days.min(), let high = days.max() { period.certainty = calendar.certainty(low...high) }
        }
    }

    private var firstDay: CivilDate? { count.method.countsFirstDay ? count.start : count.start.adding(days: 1) }

    /// Whether a stop that has not ended keeps the end from coming.
    private func isHeldUp(after full: CivilDate) -> Bool {
        guard let open = count.stops.last(where: { $0.last == nil }) else { return false }
        var day = full
        while day < open.first, let isOpen = calendar.isOpen(day) {
            if isOpen && stop(on: day) == nil { return false }
            guard let next = day.adding(days: 1) else { return false }
            day = next
        }
        return true
    }

    /// The days since the count was full, as far as they are shown.
    private mutating func showHeldUp(after full: CivilDate) {
        var day = full
        while let next = day.adding(days: 1), next <= through {
            append(next, stop(on: next) == nil ? .moved : .stopped, stop: stop(on: next))
            day = next
        }
    }

    /// The day by which a period of two days or more contains the open days it must; nil where none are demanded.
    private func minEnd() -> CivilDate? {
        let method = count.method
        guard method.minOpenDays > 0, let plainEnd = period.plainEnd,
            let first = method.countsFirstDay ? count.start : count.start.adding(days: 1), first < plainEnd
        else { return nil }
        var missing = method.minOpenDays
        var next: CivilDate? = first
        while let day = next, let isOpen = calendar.isOpen(day) {
            if isOpen && stop(on: day) == nil { missing -= 1 }
            if missing == 0 { return day }
            next = day.adding(days: 1)
        }
        return nil
    }

    /// Five days or fewer are counted in working hours: what comes after opening is due at its hour, a day later.
    private mutating func takeHours(_ first: CivilDate) -> CivilDate? {
        let minute = count.startMinute ?? calendar.hours.lowerBound
        let isOpen = calendar.isOpen(count.start) ?? false
        let isLater = minute > calendar.hours.lowerBound
        period.dueMinute = isOpen && isLater && minute < calendar.hours.upperBound ? minute : calendar.hours.upperBound
        guard !isOpen || isLater else { return first }
        append(first, .notCounted)
        return first.adding(days: 1)
    }

    mutating func back() {
        guard let due = count.length.before(count.start) else { return }
        (period.plainEnd, period.countedEnd, period.dueOn) = (due, due, due)
        var day = count.start
        var number = 0
        while day > due {
            number += 1
            append(day, .counted, number: number)
            guard let previous = day.adding(days: -1) else { return }
            day = previous
        }
        append(due, .end)
        mark(.due)
        // By the strict reading the day it is counted from is out, and so is this day.
        guard var safe = due.adding(days: -1) else { return }
        append(safe, calendar.isOpen(safe) == false ? .moved : .strict)
        while calendar.isOpen(safe) == false, let previous = safe.adding(days: -1) {
            safe = previous
            append(safe, calendar.isOpen(safe) == false ? .moved : .strict)
        }
        period.safeOn = calendar.isOpen(safe) == nil ? nil : safe
        period.certainty = calendar.certainty(safe...due)
        mark(.safe)
    }

    private mutating func append(_ day: CivilDate, _ kind: CountedDay.Kind, number: Int? = nil, stop: Int? = nil) {
        period.days.append(CountedDay(date: day, number: number, kind: kind, stop: stop))
    }

    private mutating func mark(_ mark: CountedDay.Mark) {
        if let last = period.days.indices.last { period.days[last].marks.append(mark) }
    }

    private func stop(on day: CivilDate) -> Int? {
        count.stops.firstIndex { $0.first <= day && ($0.last.map { day <= $0 } ?? true) }
    }

    /// The day a period has ended whose count is full on a day: that day, or where ends move the first open day from it on that no
    /// stop leaves out. nil: a stop that has not ended holds it up, or the calendar ends.
    private func expiry(_ full: CivilDate) -> CivilDate? {
        count.method.endMoves ? firstOpen(full) { stop(on: $0) == nil } : full
    }

    /// The first open day from one on, if more is asked one of which that holds; nil where the calendar ends.
    private func firstOpen(_ day: CivilDate, where holds: (CivilDate) -> Bool = { _ in true }) -> CivilDate? {
        var day = day
        while let isOpen = calendar.isOpen(day) {
            if isOpen && holds(day) { return day }
            guard let next = day.adding(days: 1) else { return nil }
            day = next
        }
        return nil
    }
}
