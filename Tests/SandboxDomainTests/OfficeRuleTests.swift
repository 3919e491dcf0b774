import Testing

@testable import SandboxDomain

@Suite("Absence, and who takes work over")
struct OfficeRuleTests {
    @Test("work goes to somebody else who is a colleague") func receiving() {
        #expect(throws: Never.self) { try OfficeRule.mayReceive("lee", isColleague: true, from: "kim") }
        #expect(throws: Refusal.office(.notColleague("lee"))) {
            try OfficeRule.mayReceive("lee", isColleague: false, from: "kim")
        }
        #expect(throws: Refusal.office(.notColleague("kim"))) {
            try OfficeRule.mayReceive("kim", isColleague: true, from: "kim")
        }
    }

    @Test("somebody is away from today or later, and once at a time") func absences() throws {
        let (today, latest): (CivilDate, CivilDate) = ("2026-12-01", "2028-12-01")
        func away(_ from: CivilDate, _ until: CivilDate, _ others: [ClosedRange<CivilDate>] = []) throws {
            try OfficeRule.mayBeAway("kim", from...until, others: others, today: today, latest: latest)
        }
        try away("2026-11-30", "2026-12-01")
        try away("2026-12-05", "2026-12-06", ["2026-12-01"..."2026-12-04"])
        #expect(throws: Refusal.dateOutside("2026-11-30", earliest: today, latest: latest)) {
            try away("2026-11-01", "2026-11-30")
        }
        #expect(throws: Refusal.office(.absenceOverlaps("kim", from: "2026-12-01", until: "2026-12-05"))) {
            try away("2026-12-05", "2026-12-06", ["2026-12-01"..."2026-12-05"])
        }
    }
}
