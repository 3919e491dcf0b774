import SandboxDomain
import Testing

/// The days of a period, against worked examples with their holidays (관공서의 공휴일에 관한 규정; 민법 제157조~제161조).
@Suite("A period counted day by day")
struct PeriodCountTests {
    private static let civil = method("civil", endMoves: true)
    private static let petition = method("petition", first: true, openOnly: true, endMoves: true)
    private static let burden = method("burden", first: true)
    private static let backward = method("backward", first: true, back: true)
    private static let sameDate = method("same-date", endMoves: true, sameDate: true, minOpen: 2)

    private static func method(
        _ code: String, first: Bool = false, openOnly: Bool = false, back: Bool = false, endMoves: Bool = false,
        sameDate: Bool = false, minOpen: Int = 0
    ) -> CountingMethod {
        CountingMethod(
            code: code, countsFirstDay: first, countsOpenDaysOnly: openOnly, runsBackward: back, endMoves: endMoves,
            endsOnSameDate: sameDate, minOpenDays: minOpen)
    }

    private func calendar(_ holidays: [CivilDate] = Self.holidays) -> CountingCalendar {
        CountingCalendar(
            holidays: Dictionary(uniqueKeysWithValues: holidays.map { ($0, .init(korean: "휴일")) }))
    }

    private static let holidays: [CivilDate] = [
        "2025-05-05", "2025-05-06", "2025-06-03", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08", "2025-10-09",
        "2026-05-01", "2026-05-05", "2026-07-17", "2026-09-24", "2026-09-25", "2026-12-25",
    ]

    @Test(
        "thirty days from the notice, the first out, an end on a closed day moved on",
        arguments: [
            ("2025-09-05", 30, "2025-10-10"), ("2026-04-01", 30, "2026-05-04"), ("2026-06-17", 30, "2026-07-20"),
            ("2025-05-04", 30, "2025-06-04"), ("2025-04-06", 30, "2025-05-07"), ("2026-11-23", 90, "2027-02-22"),
            ("2026-11-23", 0, "2026-11-23"), ("2026-11-21", 0, "2026-11-23"),
        ] as [(CivilDate, Int, CivilDate)])
    func civil(start: CivilDate, days: Int, due: CivilDate) {
        let period = PeriodCount(Self.civil, PeriodLength(days, .day), from: start).counted(
            on: calendar(), through: start)
        #expect(period.dueOn == due)
        #expect(period.days.compactMap(\.number).max() ?? 0 == days)
        #expect(period.days.first?.kind == .firstDayOut && period.days.last?.marks.contains(.due) == true)
        // No day is missing and none occurs twice.
        #expect(zip(period.days, period.days.dropFirst()).allSatisfy { $0.date.days(until: $1.date) == 1 })
    }

    @Test("before a holiday was known the period ended on it") func known() {
        let count = PeriodCount(Self.civil, PeriodLength(30, .day), from: "2026-04-01")
        #expect(count.counted(on: calendar([]), through: "2026-04-01").dueOn == "2026-05-01")
        #expect(count.differences(from: "2026-05-01", isAnchored: false, on: calendar()) == [.calendar])
        #expect(count.differences(from: "2026-05-04", isAnchored: false, on: calendar()) == [])
    }

    @Test(
        "months and years end on the day before the corresponding one, or on the last of a short month",
        arguments: [
            ("2026-02-01", PeriodLength(1, .month), "2026-02-28"),
            ("2026-01-31", PeriodLength(1, .month), "2026-02-28"),
            ("2028-01-31", PeriodLength(1, .month), "2028-02-29"),
            ("2026-01-30", PeriodLength(1, .month), "2026-02-28"),
            ("2026-03-15", PeriodLength(6, .month), "2026-09-14"), ("2024-10-17", PeriodLength(2, .year), "2026-10-16"),
            ("2024-02-29", PeriodLength(2, .year), "2026-02-28"), ("2026-12-31", PeriodLength(1, .day), "2026-12-31"),
        ] as [(CivilDate, PeriodLength, CivilDate)])
    func months(first: CivilDate, length: PeriodLength, last: CivilDate) {
        #expect(length.lastDay(from: first) == last)
        let period = PeriodCount(Self.burden, length, from: first).counted(on: calendar(), through: first)
        #expect(period.dueOn == last && period.days.last?.date == last)
    }

    /// Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c) and (4).
    @Test(
        "by the law of the Union months end on the date of the event, or on the last of a month that has none",
        arguments: [
            ("2026-02-27", PeriodLength(1, .month), "2026-03-27"),
            ("2025-02-28", PeriodLength(1, .month), "2025-03-28"),
            ("2026-03-31", PeriodLength(3, .month), "2026-06-30"),
            ("2026-01-30", PeriodLength(1, .month), "2026-03-02"),
            ("2024-02-29", PeriodLength(1, .year), "2025-02-28"), ("2026-11-25", PeriodLength(2, .week), "2026-12-09"),
        ] as [(CivilDate, PeriodLength, CivilDate)])
    func sameDate(event: CivilDate, length: PeriodLength, due: CivilDate) {
        let period = PeriodCount(Self.sameDate, length, from: event).counted(on: calendar(), through: event)
        #expect(period.dueOn == due && period.days.first?.kind == .firstDayOut)
    }

    /// Regulation (EEC, Euratom) No 1182/71, Article 3(5): two days or more contain at least two working days.
    @Test(
        "by the law of the Union a period of two days or more contains two working days",
        arguments: [
            ("2026-11-27", 1, "2026-11-30", false), ("2026-11-27", 2, "2026-12-01", true),
            ("2026-11-27", 3, "2026-12-01", true), ("2026-11-27", 4, "2026-12-01", false),
            ("2026-11-26", 2, "2026-11-30", false), ("2026-12-23", 3, "2026-12-28", false),
            ("2026-12-24", 4, "2026-12-29", true),
        ] as [(CivilDate, Int, CivilDate, Bool)])
    func minOpen(event: CivilDate, days: Int, due: CivilDate, decides: Bool) {
        let period = PeriodCount(Self.sameDate, PeriodLength(days, .day), from: event).counted(
            on: calendar(), through: event)
        #expect(period.dueOn == due && period.days.last?.date == due)
        #expect(period.days.last?.marks.contains(.minOpen) == decides)
    }

    /// Case C-171/03 Maatschap Toeters, ruling 1(a): three weeks from a slaughter on 12 March or 27 January 1998 end on the
    /// same day of the week. Case 152/85 Misset: three months from the notice of 18 February 1985 end on 18 May, before
    /// what is added for distance; that day was a Saturday.
    @Test(
        "periods that the Court of Justice counted",
        arguments: [
            ("1998-03-12", PeriodLength(3, .week), "1998-04-02"), ("1998-01-27", PeriodLength(3, .week), "1998-02-17"),
            ("1985-02-18", PeriodLength(3, .month), "1985-05-18"),
        ] as [(CivilDate, PeriodLength, CivilDate)])
    func courtOfJustice(event: CivilDate, length: PeriodLength, end: CivilDate) {
        #expect(length.after(event) == end)
    }

    /// What ministries told their desks when 2 October 2017 became a holiday four weeks before: a petition due that day was
    /// due on 10 October, and later ones a day later (민원처리법 제19조).
    @Test("a petition and the holiday that was announced late in 2017") func holidayOfOctober2017() {
        let known: [CivilDate] = ["2017-10-03", "2017-10-04", "2017-10-05", "2017-10-06", "2017-10-09"]
        func due(_ days: Int, _ holidays: [CivilDate]) -> CivilDate? {
            PeriodCount(Self.petition, PeriodLength(days, .day), from: "2017-09-19")
                .counted(on: calendar(holidays), through: "2017-09-19").dueOn
        }
        #expect(due(10, known) == "2017-10-02" && due(10, known + ["2017-10-02"]) == "2017-10-10")
        #expect(due(11, known) == "2017-10-10" && due(11, known + ["2017-10-02"]) == "2017-10-11")
    }

    @Test("two months before the end of a validity, with the open day before as the safe one") func backward() {
        let count = PeriodCount(Self.backward, PeriodLength(2, .month), from: "2026-11-25")
        let period = count.counted(on: calendar(), through: "2026-11-25")
        // The strict reading leaves out 25 September as well; the day before is a holiday too.
        #expect(period.dueOn == "2026-09-25" && period.safeOn == "2026-09-23")
        #expect(period.days.first?.date == "2026-11-25" && period.days.first?.number == 1)
        #expect(PeriodLength(2, .month).before("2028-04-30") == "2028-02-29")
    }

    @Test("days of a stop do not count; one that begins after the end changes nothing; one that lasts holds it up")
    func stops() {
        var count = PeriodCount(Self.civil, PeriodLength(30, .day), from: "2026-06-01")
        count.stops = [.init(from: "2026-06-11", to: "2026-06-20"), .init(from: "2026-08-01", to: "2026-08-09")]
        let period = count.counted(on: calendar(), through: "2026-06-01")
        #expect(period.dueOn == "2026-07-13")  // 07-11 is a Saturday
        #expect(period.days.filter { $0.kind == .stopped }.count == 10 && period.plainEnd == "2026-07-01")
        count.stops = [.init(from: "2026-06-11", to: nil)]
        let held = count.counted(on: calendar(), through: "2026-06-15")
        #expect(held.dueOn == nil && held.countedEnd == nil && held.days.last?.date == "2026-06-15")
        count.cap = PeriodLength(90, .day)
        #expect(count.counted(on: calendar(), through: "2026-06-15").dueOn == "2026-08-31")
        #expect(count.counted(on: calendar(), through: "2026-06-15").days.last?.marks.contains(.cap) == true)
    }

    @Test("an extension adds its days, and no period ends before the one it waits for") func extensionsAndFloor() {
        var count = PeriodCount(Self.civil, PeriodLength(90, .day), from: "2026-06-01")
        count.added = PeriodLength(30, .day)
        let period = count.counted(on: calendar(), through: "2026-06-01")
        #expect(period.dueOn == "2026-09-29" && period.days.first { $0.marks.contains(.extended) }?.number == 91)
        count.added = nil
        count.floor = "2026-12-01"
        #expect(count.counted(on: calendar(), through: "2026-06-01").dueOn == "2026-12-01")
    }

    @Test(
        "counted back, safe is the open day that is in time by the strict reading as well",
        arguments: [
            // What the ministries of justice and of land said of a lease that ended on 30 September 2020: by the 29th, a Saturday.
            ("2020-09-30", PeriodLength(1, .month), "2020-08-30", "2020-08-28"),
            ("2027-04-30", PeriodLength(2, .month), "2027-02-28", "2027-02-26"),
            ("2026-03-25", PeriodLength(2, .week), "2026-03-11", "2026-03-10"),
        ] as [(CivilDate, PeriodLength, CivilDate, CivilDate)])
    func strict(end: CivilDate, length: PeriodLength, due: CivilDate, safe: CivilDate) {
        let count = PeriodCount(Self.backward, length, from: end)
        let period = count.counted(on: calendar(), through: end)
        #expect(period.dueOn == due && period.safeOn == safe && period.days.last?.date == safe)
        let reading = RuleReading(.strictBackward, basis: "민법 제157조", korean: "초일 불산입", english: "first day out")
        #expect(count.read(otherwise: [reading], on: calendar()).map(\.dueOn) == [due.adding(days: -1)])
    }

    @Test(
        "a day that a stop leaves out is not the last, also while the end is being moved",
        arguments: [
            // Full on Friday 17 July 2026, a holiday; moved over the weekend and the days of the supplement.
            ("2026-06-17", "2026-07-18", "2026-07-22", "2026-07-23"),
            // Asked for on the last day: that day is out, and one remains after the answer.
            ("2026-09-01", "2026-10-01", "2026-10-20", "2026-10-21"),
            ("2026-09-01", "2026-10-02", "2026-10-20", "2026-10-01"),
        ] as [(CivilDate, CivilDate, CivilDate, CivilDate)])
    func stoppedAtTheEnd(start: CivilDate, first: CivilDate, last: CivilDate, due: CivilDate) {
        var count = PeriodCount(Self.civil, PeriodLength(30, .day), from: start)
        count.stops = [.init(from: first, to: last)]
        let period = count.counted(on: calendar(), through: start)
        #expect(period.dueOn == due)
        #expect(period.days.filter { $0.date >= first && $0.date <= min(last, due) }.allSatisfy { $0.kind == .stopped })
        count.stops = [.init(from: first, to: nil)]
        let held = count.counted(on: calendar(), through: start)
        #expect(held.dueOn == (due < first ? due : nil) && (held.countedEnd == nil) == (due >= first))
    }

    @Test("an extension from the day after the expiry begins where the end has moved to") func extensionFromExpiry() {
        var count = PeriodCount(Self.civil, PeriodLength(14, .day), from: "2026-10-17")
        count.added = PeriodLength(10, .day)
        #expect(count.counted(on: calendar(), through: count.start).dueOn == "2026-11-10")
        count.extendsFromExpiry = true
        // Saturday 31 October, moved to Monday 2 November; ten days from the 3rd (행정기본법 제36조 제2항).
        let period = count.counted(on: calendar(), through: count.start)
        #expect(
            period.dueOn == "2026-11-12" && period.days.first { $0.marks.contains(.extended) }?.date == "2026-11-03")
        #expect(zip(period.days, period.days.dropFirst()).allSatisfy { $0.date.days(until: $1.date) == 1 })
        let reading = RuleReading(.extensionFromExpiry, basis: "x", korean: "가", english: "a")
        #expect(count.read(otherwise: [reading], on: calendar()).map(\.dueOn) == ["2026-11-10"])
        count.stops = [.init(from: "2026-11-05", to: nil)]
        #expect(count.counted(on: calendar(), through: count.start).dueOn == nil)
    }

    @Test("other readings are told only where they come to another day") func readings() {
        var count = PeriodCount(Self.civil, PeriodLength(30, .day), from: "2026-09-01")
        let counts = RuleReading(.stopDayCounts, basis: "민법 제157조", korean: "산입", english: "counts")
        #expect(count.read(otherwise: [counts], on: calendar()).isEmpty)
        count.stops = [.init(from: "2026-09-21", to: "2026-09-28")]
        let days = calendar(["2026-09-24", "2026-09-25", "2026-10-05", "2026-10-09"])
        #expect(count.counted(on: days, through: count.start).dueOn == "2026-10-12")
        #expect(count.read(otherwise: [counts], on: days).map(\.dueOn) == ["2026-10-08"])
        let longer = RuleReading(
            .otherLength, basis: "민원처리법 제35조", korean: "60일", english: "60 days", length: PeriodLength(60, .day),
            about: [.return])
        #expect(count.read(otherwise: [longer], on: days, disposition: .revoke).isEmpty)
        #expect(count.read(otherwise: [longer], on: days, disposition: .return).count == 1)
        let out = RuleReading(.startDayOut, basis: "x", korean: "가", english: "a")
        #expect(count.read(otherwise: [out], on: days).isEmpty)
        count.stops = []
        #expect(count.read(otherwise: [out], on: days, startsAtEnd: true).map(\.dueOn) == ["2026-10-02"])
    }

    @Test("a floor is called a floor, and no holiday changed by it") func floorIsNoMove() {
        var count = PeriodCount(Self.civil, PeriodLength(3, .month), from: "2026-12-01")
        count.floor = "2029-11-29"
        let period = count.counted(on: calendar(), through: count.start)
        #expect(period.dueOn == "2029-11-29")
        #expect(
            period.days.filter { $0.date > "2027-03-01" && $0.date < "2029-11-29" }.allSatisfy {
                $0.kind == .untilFloor
            })
        #expect(count.differences(from: "2027-03-01", isAnchored: false, on: calendar()) == [.floor])
    }

    @Test("an end is as certain as the years of the days that it hangs on") func certainty() {
        let days = CountingCalendar(
            holidays: [:], completeYears: [2025, 2026, 2028], foreseenYears: 2027...2030)
        func certainty(_ method: CountingMethod, from start: CivilDate) -> Certainty {
            PeriodCount(method, PeriodLength(30, .day), from: start).counted(on: days, through: start).certainty
        }
        #expect(days.knownTo == "2026-12-31")
        #expect(certainty(Self.civil, from: "2026-11-20") == .known)
        // Full on Saturday 2 January 2027.
        #expect(certainty(Self.civil, from: "2026-12-03") == .foreseen)
        #expect(certainty(Self.civil, from: "2030-12-20") == .unknown)
        // A validity hangs on no open day; a petition on all of its days.
        #expect(certainty(Self.burden, from: "2026-12-03") == .known)
        #expect(certainty(Self.petition, from: "2027-12-20") == .foreseen)
    }

    @Test("petitions: open days only, the first in; five days or fewer by the hour") func petitions() {
        let ten = PeriodCount(Self.petition, PeriodLength(10, .day), from: "2026-04-30")
        // 04-30 is day 1; 05-01, weekends and 05-05 do not count.
        #expect(ten.counted(on: calendar(), through: "2026-04-30").dueOn == "2026-05-15")
        var three = PeriodCount(Self.petition, PeriodLength(3, .day), from: "2026-04-29", startMinute: 14 * 60)
        let period = three.counted(on: calendar(), through: "2026-04-29")
        #expect(period.dueOn == "2026-05-06" && period.dueMinute == 14 * 60)
        three.startMinute = 8 * 60
        #expect(three.counted(on: calendar(), through: "2026-04-29").dueOn == "2026-05-04")
    }

    @Test("a later start never ends earlier, and a stop of n days moves the end by at least n") func invariants() {
        var before: CivilDate = "2000-01-01"
        for shift in 0..<400 {
            guard let start = ("2025-03-01" as CivilDate).adding(days: shift) else { continue }
            let count = PeriodCount(Self.civil, PeriodLength(30, .day), from: start)
            guard let due = count.counted(on: calendar(), through: start).dueOn else { continue }
            #expect(due >= before)
            before = due
            var stopped = count
            guard let first = start.adding(days: 5), let last = start.adding(days: 11) else { continue }
            stopped.stops = [.init(from: first, to: last)]
            let plain = count.counted(on: calendar(), through: start)
            let moved = stopped.counted(on: calendar(), through: start)
            #expect(moved.countedEnd == plain.countedEnd?.adding(days: 7))
        }
    }
}
