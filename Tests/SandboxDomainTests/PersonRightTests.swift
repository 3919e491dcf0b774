import Testing

@testable import SandboxDomain

@Suite("Rights of a person's own, and passwords")
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

    @Test("a password has ten characters or more") func passwords() {
        #expect(throws: Refusal.organisation(.passwordTooShort(10))) { try PersonRule.mayBePassword("123456789") }
        #expect(throws: Never.self) { try PersonRule.mayBePassword("가나다라마바사아자차") }
    }
}
