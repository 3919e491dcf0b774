import Testing

@testable import SandboxDomain

@Suite("Rights of a person's own, and who takes work over")
struct PersonRightTests {
    @Test("an act that binds the organisation takes its right, everything else takes none") func rights() {
        for act in PersonRight.acts {
            #expect(throws: Refusal.organisation(.rightMissing(act.needs))) {
                try PersonRule.mayDo(
                    act.entity, act.act, as: act.role, with: PersonRight.allCases.filter { $0 != act.needs })
            }
            #expect(throws: Never.self) { try PersonRule.mayDo(act.entity, act.act, as: act.role, with: [act.needs]) }
        }
        #expect(throws: Never.self) { try PersonRule.mayDo("case_file", "receive", as: .desk, with: []) }
        #expect(throws: Never.self) { try PersonRule.mayDo("decision", "decision", as: .company, with: []) }
    }

    @Test("work goes to somebody else who is a colleague") func receiving() {
        #expect(throws: Never.self) { try PersonRule.mayReceive("lee", isColleague: true, from: "kim") }
        #expect(throws: Refusal.organisation(.notColleague("lee"))) {
            try PersonRule.mayReceive("lee", isColleague: false, from: "kim")
        }
        #expect(throws: Refusal.organisation(.notColleague("kim"))) {
            try PersonRule.mayReceive("kim", isColleague: true, from: "kim")
        }
    }

    @Test("somebody is away from today or later, and once at a time") func absences() throws {
        let (today, latest): (CivilDate, CivilDate) = ("2026-12-01", "2028-12-01")
        func away(_ from: CivilDate, _ until: CivilDate, _ others: [ClosedRange<CivilDate>] = []) throws {
            try PersonRule.mayBeAway("kim", from...until, others: others, today: today, latest: latest)
        }
        try away("2026-11-30", "2026-12-01")
        try away("2026-12-05", "2026-12-06", ["2026-12-01"..."2026-12-04"])
        #expect(throws: Refusal.dateOutside("2026-11-30", earliest: today, latest: latest)) {
            try away("2026-11-01", "2026-11-30")
        }
        #expect(throws: Refusal.organisation(.absenceOverlaps("kim", from: "2026-12-01", until: "2026-12-05"))) {
            try away("2026-12-05", "2026-12-06", ["2026-12-01"..."2026-12-05"])
        }
    }

    @Test("a password has ten characters or more") func passwords() {
        #expect(throws: Refusal.organisation(.passwordTooShort(10))) { try PersonRule.mayBePassword("123456789") }
        #expect(throws: Never.self) { try PersonRule.mayBePassword("가나다라마바사아자차") }
    }
}
