import Testing

@testable import Postgres

@Suite("Dates and moments")
struct ValueTests {
    @Test("every day of the calendar's cycle of 400 years has its number, and comes back from it")
    func everyDay() throws {
        var date = try #require(PostgresDate(year: 1, month: 1, day: 1))
        #expect(date.daysSinceEpoch == -719_162)
        for number in -719_161 ..< -719_161 + 146_097 {
            let next = try #require(PostgresDate(daysSinceEpoch: number))
            guard next.daysSinceEpoch == number, date < next else {
                Issue.record("\(date) \(next) \(number)")
                return
            }
            date = next
        }
        #expect(date.description == "0401-01-01")
        #expect(PostgresDate(daysSinceEpoch: 2_932_896)?.description == "9999-12-31")
        #expect(PostgresDate(daysSinceEpoch: 2_932_897) == nil)
    }

    @Test(
        "what does not exist, or is written otherwise, is not a date",
        arguments: [
            "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-1",
            "2026-01-01 ",
            "20260101", "infinity", "0044-03-15 BC", "",
        ])
    func noDate(text: String) { #expect(PostgresDate(text) == nil) }

    @Test(
        "a moment is read with its zone and printed in UTC",
        arguments: [
            ("2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z"),
            ("2026-03-01 09:00:00+00", "2026-03-01T09:00:00Z"),
            ("2026-03-01 09:00:00.5+09", "2026-03-01T00:00:00.5Z"),
            ("2026-03-01 00:30:00+05:30", "2026-02-28T19:00:00Z"),
            ("1969-12-31 23:59:59.999999-00:00", "1969-12-31T23:59:59.999999Z"),
            ("0001-01-01 00:00:00+00", "0001-01-01T00:00:00Z"),
        ])
    func moments(text: String, printed: String) throws {
        let moment = try #require(Timestamp(text))
        #expect(moment.description == printed)
        #expect(Timestamp(moment.description) == moment)
    }

    @Test(
        "what lacks a zone, or has nonsense in it, is not a moment",
        arguments: [
            "2026-03-01 09:00:00", "2026-03-01", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
            "2026-03-01T09:00:00Zx",
            "infinity",
        ])
    func noMoment(text: String) { #expect(Timestamp(text) == nil) }

    @Test("the server counts days and microseconds as we do")
    func sameAsServer() async throws {
        let database = try TestServer.database()
        let pairs = try await database.read { session in
            try session.all(
                """
                SELECT day::date, day::date - '1970-01-01'::date, day + interval '1 microsecond',
                    (extract(epoch FROM day) * 1000000)::bigint + 1
                FROM generate_series('0001-01-01 00:00+00', '9999-12-31 00:00+00', interval '97 days 7 hours') AS day
                """
            ) { (date: PostgresDate, days: Int, moment: Timestamp, microseconds: Int64) in
                date.daysSinceEpoch == days && moment.microsecondsSinceEpoch == microseconds && moment.date == date
            }
        }
        #expect(pairs.count > 37_000)
        #expect(pairs.allSatisfy { $0 })
    }
}
