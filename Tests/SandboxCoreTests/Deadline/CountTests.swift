import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Two ways of counting, written apart, come to the same day: the walk in this library and the formula in the database.
@Suite("Counting twice", .database)
struct CountTests {
    private func randomCount(_ methods: [CountingMethod], _ numbers: inout SeededGenerator) throws -> PeriodCount {
        let method = try #require(methods.randomElement(using: &numbers))
        let start = try #require(("2019-01-01" as CivilDate).adding(days: .random(in: 0..<3_200, using: &numbers)))
        let unit = try #require(PeriodUnit.allCases.randomElement(using: &numbers))
        let longest = unit == .day ? 120 : unit == .month ? 18 : 3
        var count = PeriodCount(method, PeriodLength(.random(in: 1...longest, using: &numbers), unit), from: start)
        if Bool.random(using: &numbers) { count.added = PeriodLength(.random(in: 1...60, using: &numbers), .day) }
        count.extendsFromExpiry = Bool.random(using: &numbers)
        if Bool.random(using: &numbers) { count.cap = PeriodLength(.random(in: 60...140, using: &numbers), .day) }
        var from = start
        for _ in 0..<Int.random(in: 0...3, using: &numbers) {
            let first = try #require(from.adding(days: .random(in: 1...40, using: &numbers)))
            let last = try #require(first.adding(days: .random(in: 0...30, using: &numbers)))
            count.stops.append(.init(from: first, to: last))
            from = try #require(last.adding(days: 1))
        }
        if !count.stops.isEmpty, Int.random(in: 0..<8, using: &numbers) == 0, let last = count.stops.popLast() {
            count.stops.append(.init(from: last.first, to: nil))
        }
        return count
    }

    private struct Counted: Equatable {
        let due: CivilDate?, cap: CivilDate?, safe: CivilDate?, certainty: Certainty?
    }

    @Test("3,000 random periods: the last day, the cap, the safe day; on the calendar now and as it was known")
    func random() async throws {
        let administrator = try TestDatabase.current.administrator
        var numbers = SeededGenerator(seed: 20_261_126)
        let methods = try await administrator.read { session in
            try session.all(
                """
                SELECT counting, counts_first_day, counts_open_days_only, runs_backward, end_moves, ends_on_same_date,
                    min_open_days
                FROM counting_method ORDER BY counting
                """, CountingMethod.init)
        }
        #expect(methods.count == 7)
        for knownOn in [nil, "2026-04-29"] as [CivilDate?] {
            var counts: [PeriodCount] = []
            for _ in 0..<(knownOn == nil ? 2_700 : 300) { counts.append(try randomCount(methods, &numbers)) }
            let asked = counts
            let (calendar, formula) = try await administrator.read { session in
                (try CountingCalendar.load(session, "kr", knownOn: knownOn), try Self.formula(session, asked, knownOn))
            }
            #expect(formula.count == counts.count)
            for (count, expected) in zip(counts, formula) {
                let period = count.counted(on: calendar, through: count.start)
                let found = Counted(
                    due: period.dueOn, cap: period.capOn, safe: period.safeOn,
                    certainty: period.dueOn == nil ? nil : period.certainty)
                #expect(found == expected, "\(count.method.code) \(count.length) from \(count.start), \(count.stops)")
                if let due = period.dueOn, !count.method.runsBackward {
                    #expect(period.days.last?.date == due)
                    #expect(zip(period.days, period.days.dropFirst()).allSatisfy { $0.date.days(until: $1.date) == 1 })
                }
                if let end = period.countedEnd, end == period.dueOn, !count.method.runsBackward {
                    #expect(period.days.last?.number == period.days.compactMap(\.number).max())
                }
            }
        }
    }

    /// What `count_period` makes of them.
    private static func formula(_ session: Session, _ counts: [PeriodCount], _ knownOn: CivilDate?) throws -> [Counted]
    {
        let stops = counts.map { count in
            "{" + count.stops.map { "[\($0.first),\($0.last.map { "\($0)]" } ?? ")")" }.joined(separator: ",") + "}"
        }
        let day: SQL = knownOn.map { "\($0)" } ?? "NULL"
        return try session.all(
            """
            SELECT p.due_on, CASE WHEN NOT m.runs_backward THEN p.cap_on END, p.safe_on,
                CASE WHEN p.due_on IS NOT NULL THEN coalesce(p.certainty, 'known') END
            FROM unnest(\(counts.map(\.method.code))::text[], \(counts.map(\.start.description))::date[],
                \(counts.map(\.length.count))::integer[], \(counts.map(\.length.unit.rawValue))::text[],
                \(counts.map { $0.added?.count ?? 0 })::integer[], \(counts.map { $0.cap?.count })::integer[],
                \(stops)::datemultirange[], \(counts.map(\.extendsFromExpiry))::boolean[])
                WITH ORDINALITY AS c (counting, start, length, unit, added, cap, stops, from_expiry, n)
            JOIN counting_method AS m ON m.counting = c.counting
            CROSS JOIN LATERAL count_period('kr', \(day), c.start, NULL, c.counting, c.length, c.unit, c.added, 'day',
                c.cap, CASE WHEN c.cap IS NOT NULL THEN 'day' END, c.stops, c.from_expiry) AS p
            ORDER BY c.n
            """, Counted.init)
    }

    @Test(
        "worked examples through the database",
        arguments: [
            ("2025-09-05", 30, "2025-10-10"), ("2026-04-01", 30, "2026-05-04"), ("2026-06-17", 30, "2026-07-20"),
            ("2025-05-04", 30, "2025-06-04"), ("2025-04-06", 30, "2025-05-07"), ("2026-11-23", 90, "2027-02-22"),
        ])
    func examples(start: String, days: Int, due: String) async throws {
        let found = try await TestDatabase.current.administrator.read { session in
            try session.one(
                """
                SELECT due_on::text FROM count_period('kr', NULL, \(start)::date, NULL, 'civil', \(days)::integer, 'day', 0,
                    NULL, NULL, NULL, NULL)
                """, as: String.self)
        }
        #expect(found == due)
    }

    /// Two working days at least (Regulation 1182/71, Article 3(5)); as a stop takes the second away, the next one counts.
    @Test(
        "short periods by the law of the Union through the database, now and as the calendar was known",
        arguments: [
            ("2026-11-27", 1, "{}", "2026-11-30"), ("2026-11-27", 2, "{}", "2026-12-01"),
            ("2026-11-27", 3, "{}", "2026-12-01"), ("2026-11-26", 2, "{}", "2026-11-30"),
            ("2026-12-24", 4, "{}", "2026-12-29"), ("2026-11-27", 2, "{[2026-12-01,2026-12-01]}", "2026-12-02"),
        ], [nil, "2026-11-27"] as [String?])
    func minOpen(example: (start: String, days: Int, stops: String, due: String), knownOn: String?) async throws {
        let found = try await TestDatabase.current.administrator.read { session in
            try session.one(
                """
                SELECT due_on::text FROM count_period('kr', \(knownOn)::date, \(example.start)::date, NULL, 'same-date',
                    \(example.days)::integer, 'day', 0, NULL, NULL, NULL, \(example.stops)::datemultirange)
                """, as: String.self)
        }
        #expect(found == example.due)
    }
}
