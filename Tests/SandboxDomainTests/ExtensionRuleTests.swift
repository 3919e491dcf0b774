import SandboxDomain
import Testing

@Suite("When a grant is extended")
struct ExtensionRuleTests {
    @Test("an extension: in time, asked for, once, and no longer than the law allows") func extensions() {
        #expect(GrantFacts.refusal(.act(.askExtension)) { $0.windowEndsOn = "2026-12-01" } == nil)
        #expect(
            GrantFacts.refusal(.act(.askExtension)) { $0.windowEndsOn = "2026-11-30" }
                == .grant(.windowClosed("2026-11-30")))
        func extend(to end: CivilDate, _ done: Set<GrantAct> = [.askExtension]) -> Refusal? {
            GrantFacts.refusal(.init(.extend, on: "2026-12-01", endOn: end)) {
                $0.done = done
                $0.longestEndOn = "2030-03-01"
            }
        }
        #expect(extend(to: "2030-03-01") == nil)
        #expect(extend(to: "2030-03-02") == .grant(.validityTooLong(latest: "2030-03-01", now: "2028-03-01")))
        #expect(extend(to: "2028-03-01") == .grant(.validityTooLong(latest: "2030-03-01", now: "2028-03-01")))
        #expect(extend(to: "2029-03-01", []) == .grant(.extensionNotAsked))
        #expect(extend(to: "2029-03-01", [.askExtension, .refuseExtension]) == .grant(.extensionNotAsked))
        #expect(extend(to: "2029-03-01", [.askExtension, .extend]) == .grant(.extendedOnce))
    }
}
