import SandboxDomain
import Testing

@Suite("When an insurance is confirmed")
struct InsuranceRuleTests {
    @Test("what is confirmed is open, and an insurance covers what the law demands") func confirmation() {
        let gap = CoverGap("death", korean: "사망", english: "death", amount: 1, minimum: 2, basis: "시행령 제42조")
        func confirm(_ change: (inout GrantFacts) -> Void) -> Refusal? {
            GrantFacts.refusal(.init(.confirm, on: "2026-12-01", part: 2), change)
        }
        #expect(confirm { $0.openParts = [2] } == nil)
        #expect(confirm { $0.openParts = [1] } == .grant(.partNotOpen(2)))
        #expect(confirm { ($0.openParts, $0.coverGaps) = ([2], [gap]) } == .grant(.coverTooSmall([gap])))
    }
}
