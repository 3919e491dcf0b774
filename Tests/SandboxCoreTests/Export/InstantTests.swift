import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// The moment at which a past day ends, where regimes lie in different time zones.
@Suite("Ends of days", .database)
struct InstantTests {
    @Test("a day ends by its own authority's clock; without one named, by that of the regime which a report takes")
    func twoZones() async throws {
        let casework = try await Casework()
        let day: CivilDate = "2025-06-02"
        let only = try await casework.desk.tracker.instant(endOf: day)
        #expect(only.description == "2025-06-02T14:59:59.999999Z")
        #expect(try await casework.desk.answer(AuthorityTimeZone()) == "Asia/Seoul")

        try await SmallRegime.apply(casework, ["time_zone: Asia/Seoul": "time_zone: Europe/Brussels"])
        #expect(try await casework.desk.tracker.instant(endOf: day, of: "kr-ict") == only)
        let small = try await casework.desk.tracker.instant(endOf: day, of: "small")
        #expect(small.description == "2025-06-02T21:59:59.999999Z")
        #expect(try await casework.desk.tracker.instant(endOf: day) == only)
        await #expect(throws: NotFound.self) { try await casework.desk.tracker.instant(endOf: day, of: "smal") }
        #expect(try await casework.desk.answer(AuthorityTimeZone()) == nil)
        #expect(try await casework.desk.answer(AuthorityTimeZone(of: "small")) == "Europe/Brussels")
        // Now is the same everywhere.
        _ = try await casework.desk.tracker.instant()
    }

    @Test("a second regime in the same zone changes nothing") func oneZone() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let end = try await casework.desk.tracker.instant(endOf: "2025-06-02")
        #expect(end.description == "2025-06-02T14:59:59.999999Z")
    }
}
