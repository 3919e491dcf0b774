import Foundation
import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Counting without a case", .database)
struct CalculatorTests {
    private func count(_ query: CountPeriod) async throws -> CalculatedPeriod {
        let test = try TestDatabase.current
        let anybody = try await test.person(.public, named: "p\(UInt32.random(in: .min ... .max))")
        let period = try await test.tracker(as: anybody).answer(query)
        #expect(period.isBorneOut, "\(query)")
        return period
    }

    private func plain(_ length: Int, _ unit: PeriodUnit, _ counting: String, from day: CivilDate) -> CountPeriod {
        CountPeriod(.plain(PeriodLength(length, unit), counting: counting, calendar: nil), from: day)
    }

    @Test(
        "what the law says: notified, days, due",
        arguments: [
            ("2025-09-05", "k4", "2025-10-10"), ("2026-04-01", "k4", "2026-05-04"), ("2026-06-17", "k4", "2026-07-20"),
            ("2025-05-04", "K4", "2025-06-04"), ("2025-04-06", "k4", "2025-05-07"), ("2026-11-23", "k6", "2027-02-22"),
        ] as [(CivilDate, String, CivilDate)])
    func worked(notified: CivilDate, rule: String, due: CivilDate) async throws {
        let period = try await count(CountPeriod(.rule(rule, regime: nil), from: notified))
        #expect(period.ends.dueOn == due)
    }

    @Test(
        "past the calendar's end nothing is said, and what is said is so",
        arguments: [
            ("2060-11-20", "2060-12-20"), ("2060-12-30", "2061-01-31"), ("2060-12-31", "2061-01-31"),
        ] as [(CivilDate, CivilDate?)])
    func calendarEnds(notified: CivilDate, due: CivilDate?) async throws {
        let period = try await count(CountPeriod(.rule("k4", regime: nil), from: notified))
        #expect(period.ends.dueOn == due && period.ends.capOn == nil)
    }

    @Test("a holiday made the day before is counted from then on, and not as the calendar was known till then")
    func known() async throws {
        var query = CountPeriod(.rule("k4", regime: nil), from: "2026-04-01")
        query.knownOn = "2026-04-29"
        #expect(try await count(query).ends.dueOn == "2026-05-01")
        query.knownOn = "2026-04-30"
        #expect(try await count(query).ends.dueOn == "2026-05-04")
    }

    @Test("months, backward, working hours, burdens, stops, extensions") func methods() async throws {
        #expect(try await count(plain(1, .month, "civil", from: "2026-01-30")).ends.dueOn == "2026-03-03")
        let back = try await count(plain(2, .month, "backward", from: "2028-04-30"))
        #expect(back.ends.dueOn == "2028-02-29" && back.ends.safeOn == "2028-02-28")
        var hours = plain(1, .day, "petition", from: "2026-09-23")
        hours.startMinute = 14 * 60
        let petition = try await count(hours)
        #expect(petition.ends.dueOn == "2026-09-28" && petition.ends.dueTime == "14:00")
        #expect(try await count(plain(10, .day, "burden", from: "2026-09-16")).ends.dueOn == "2026-09-25")
        var stopped = CountPeriod(.rule("k4", regime: nil), from: "2026-06-17")
        stopped.stops = [.init(from: "2026-06-25", to: "2026-06-29")]
        #expect(try await count(stopped).ends.dueOn == "2026-07-22")
        var extended = CountPeriod(.rule("k6", regime: nil), from: "2026-01-05")
        extended.added = 30
        #expect(try await count(extended).ends.dueOn == "2026-05-06")
        var capped = CountPeriod(.rule("k4", regime: nil), from: "2026-01-05")
        capped.stops = [.init(from: "2026-01-10", to: "2026-12-31")]
        #expect(try await count(capped).ends.dueOn == "2026-04-06")
    }

    @Test("what a rule does not have is refused, and the message on an unknown rule names the one that was meant")
    func refusals() async throws {
        await #expect(throws: NotFound(.deadlineRule, "k7-tablin", suggestion: "k7-tabling")) {
            try await count(CountPeriod(.rule("k7-tablin", regime: nil), from: "2026-01-05"))
        }
        var stopped = CountPeriod(.rule("k7", regime: nil), from: "2026-01-05")
        stopped.stops = [.init(from: "2026-01-10", to: "2026-01-11")]
        await #expect(throws: BadInput.self) { try await count(stopped) }
        var extended = CountPeriod(.rule("k6", regime: nil), from: "2026-01-05")
        extended.added = 31
        await #expect(throws: BadInput.self) { try await count(extended) }
        await #expect(throws: BadInput.self) { try await count(plain(0, .day, "petition", from: "2026-01-05")) }
        await #expect(throws: BadInput.self) { try await count(plain(5, .day, "civul", from: "2026-01-05")) }
        await #expect(throws: BadInput.self) { try await count(plain(5, .day, "civil", from: "1999-12-31")) }
    }

    @Test("a later start never gives an earlier end, whatever is counted") func laterStart() async throws {
        let earlier = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT concat_ws(' ', w.rule, w.start, w.due_on, w.before) FROM (
                    SELECT r.rule, g.day::date AS start, p.due_on,
                        lag(p.due_on) OVER (PARTITION BY r.deadline_rule_id ORDER BY g.day) AS before
                    FROM deadline_rule AS r, generate_series(timestamp '2024-01-01', '2026-12-31', '1 day') AS g (day),
                        LATERAL count_period('kr', NULL, g.day::date, NULL, r.counting, r.length, r.unit, 0, NULL,
                            r.cap_length, r.cap_unit, NULL) AS p
                ) AS w WHERE w.due_on < w.before OR w.due_on IS NULL
                """, as: String.self)
        }
        #expect(earlier == [])
    }

    @Test("a stop of n days within the period moves the full count by n, and the end never forward") func stops()
        async throws
    {
        let wrong = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT concat_ws(' ', g.day::date, n, a.counted_end, b.counted_end, a.due_on, b.due_on)
                FROM generate_series(timestamp '2025-01-01', '2025-12-31', '3 days') AS g (day), generate_series(1, 29) AS n,
                    LATERAL count_period('kr', NULL, g.day::date, NULL, 'civil', 30, 'day', 0, NULL, NULL, NULL, NULL) AS a,
                    LATERAL count_period('kr', NULL, g.day::date, NULL, 'civil', 30, 'day', 0, NULL, NULL, NULL,
                        datemultirange(daterange(g.day::date + 2, g.day::date + 2 + n))) AS b
                WHERE b.counted_end <> a.counted_end + n OR b.due_on < a.due_on OR b.due_on < a.counted_end + n
                """, as: String.self)
        }
        #expect(wrong == [])
    }

    @Test("a server in another zone changes nothing") func zones() async throws {
        let test = try TestDatabase.current
        let question: SQL = """
            SELECT concat_ws(' ', authority_date('kr-ict', t.at), p.due_on, calendar_today('kr') - authority_date('kr-ict'))
            FROM (VALUES (timestamptz '2026-06-16 23:59:59+09'), (timestamptz '2026-06-17 00:00:00+09')) AS t (at),
                LATERAL count_period('kr', NULL, authority_date('kr-ict', t.at), NULL, 'civil', 30, 'day', 0, NULL, NULL,
                    NULL, NULL) AS p
            """
        let expected = ["2026-06-16 2026-07-16 0", "2026-06-17 2026-07-20 0"]
        for zone in ["UTC", "Asia/Seoul", "America/New_York", "Pacific/Kiritimati"] {
            try await test.administrator.write { session in
                try session.execute("ALTER DATABASE \(identifier: test.name) SET timezone TO \(identifier: zone)")
            }
            let answers = try await test.administrator.write { session in
                try session.execute("SELECT set_config('timezone', \(zone), true)")
                return try session.all(question, as: String.self)
            }
            #expect(answers == expected, "\(zone)")
            let period = try await count(CountPeriod(.rule("k4", regime: nil), from: "2026-06-17"))
            #expect(period.ends.dueOn == "2026-07-20")
        }
    }

    private static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("another program, which walks along the calendar, comes to the same ends", .enabled(if: python != nil))
    func independent() async throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        let script = projectFolder + "/Tests/Independent/count_check.py"
        process.arguments = [script, try TestDatabase.current.conninfo(), "1000"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
    }
}
