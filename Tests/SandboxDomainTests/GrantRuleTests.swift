import SandboxDomain
import Testing

@Suite("The rules of a grant")
struct GrantRuleTests {
    /// A demonstration of 2026 that lacks nothing.
    private static let sound: GrantFacts = {
        var facts = GrantFacts(
            state: .preparing, track: .demonstration, grantedOn: "2026-03-02", today: "2026-12-01", endOn: "2028-03-01")
        (facts.maySuspend, facts.mayConvert, facts.isInsured) = (true, true, true)
        facts.knownGrounds = ["fraud", "not-commenced"]
        facts.givenGrounds = ["fraud"]
        return facts
    }()

    private func refusal(
        _ proposed: ProposedGrantAct, _ change: (inout GrantFacts) -> Void = { _ in }
    ) -> Refusal? {
        var facts = Self.sound
        change(&facts)
        do {
            try facts.mayDo(proposed)
            return nil
        } catch { return error }
    }

    private func act(_ act: GrantAct, on day: CivilDate = "2026-12-01") -> ProposedGrantAct { .init(act, on: day) }

    @Test(
        "every act in every state: possible where the table says so, refused in all others",
        arguments: GrantAct.allCases)
    func states(act: GrantAct) {
        for state in GrantState.allCases {
            let found = refusal(.init(act, on: "2026-12-01", ground: "fraud", endOn: "2029-03-01")) {
                $0.state = state
                $0.heardGrounds = ["fraud"]
                $0.finding = .needed
                ($0.owesPlan, $0.isPermitFiled) = (true, true)
                $0.done =
                    act == .recordFinding
                    ? [.requestRevision] : [.extend, .refuseExtension].contains(act) ? [.askExtension] : []
                $0.longestEndOn = "2030-03-01"
            }
            let expected: Refusal? =
                act.states.contains(state) ? nil : .grant(.wrongState(state, allowed: act.states))
            #expect(found == expected, "\(act) while \(state)")
        }
    }

    @Test("what the law of the track does not provide for is not done") func unknown() {
        for act in [GrantAct.askExtension, .extend] {
            #expect(
                refusal(self.act(act)) { $0.isExtendable = false } == .grant(.notForTrack(act, .demonstration)))
        }
        #expect(
            refusal(act(.exitReport)) { ($0.state, $0.hasExitReport) = (.ended, false) }
                == .grant(.notForTrack(.exitReport, .demonstration)))
        #expect(refusal(act(.exitReport)) { $0.state = .ended } == nil)
    }

    @Test("business commences under its conditions and its insurance") func commencement() {
        #expect(refusal(act(.commence)) == nil)
        #expect(refusal(act(.commence)) { $0.unmetConditions = [1, 3] } == .grant(.conditionsUnmet([1, 3])))
        #expect(refusal(act(.commence)) { $0.isInsured = false } == .grant(.insuranceMissing(until: "2028-03-01")))
        #expect(refusal(act(.commence)) { $0.done = [.commence] } == .grant(.doneOnce(.commence)))
    }

    @Test("an act lies between the grant and today, and none that moves it comes before another") func days() {
        #expect(refusal(act(.inspect, on: "2026-03-02")) == nil)
        for day in ["2026-03-01", "2026-12-02"] as [CivilDate] {
            #expect(
                refusal(act(.inspect, on: day))
                    == .dateOutside(day, earliest: "2026-03-02", latest: "2026-12-01"))
        }
        #expect(
            refusal(act(.commence, on: "2026-05-01")) { $0.movedOn = "2026-06-01" }
                == .dateOutside("2026-05-01", earliest: "2026-06-01", latest: "2026-12-01"))
        #expect(refusal(act(.inspect, on: "2026-05-01")) { $0.movedOn = "2026-06-01" } == nil)
    }

    @Test("nothing is revoked without a hearing on its ground") func revocation() {
        func proposed(_ act: GrantAct, _ ground: String) -> ProposedGrantAct {
            .init(act, on: "2026-12-01", ground: ground)
        }
        #expect(refusal(proposed(.recordHearing, "fraud")) == nil)
        #expect(refusal(proposed(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        #expect(refusal(proposed(.revoke, "fraud")) { $0.heardGrounds = ["fraud"] } == nil)
        for ground in ["not-commenced", "whim"] {
            #expect(
                refusal(proposed(.recordHearing, ground))
                    == .grant(.groundNotGiven(ground, known: ["fraud", "not-commenced"])))
        }
    }

    @Test("an extension: in time, asked for, once, and no longer than the law allows") func extensions() {
        #expect(refusal(act(.askExtension)) { $0.windowEndsOn = "2026-12-01" } == nil)
        #expect(
            refusal(act(.askExtension)) { $0.windowEndsOn = "2026-11-30" } == .grant(.windowClosed("2026-11-30")))
        func extend(to end: CivilDate, _ done: Set<GrantAct> = [.askExtension]) -> Refusal? {
            refusal(.init(.extend, on: "2026-12-01", endOn: end)) {
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

    @Test("only a track that allows it is suspended or converted") func tracks() {
        #expect(
            refusal(act(.suspend)) { ($0.maySuspend, $0.state) = (false, .running) }
                == .grant(.notForTrack(.suspend, .demonstration)))
        #expect(
            refusal(act(.applyPermit)) { ($0.mayConvert, $0.state) = (false, .running) }
                == .grant(.notForTrack(.applyPermit, .demonstration)))
    }

    @Test("law revision: asked for once and in time, found by who was asked, planned by who owes it") func revision() {
        func running(_ act: GrantAct, _ change: (inout GrantFacts) -> Void = { _ in }) -> Refusal? {
            refusal(self.act(act)) {
                $0.state = .running
                change(&$0)
            }
        }
        #expect(running(.requestRevision) == nil)
        #expect(running(.requestRevision) { $0.windowEndsOn = "2026-11-30" } == .grant(.windowClosed("2026-11-30")))
        #expect(running(.requestRevision) { $0.done = [.requestRevision] } == .grant(.doneOnce(.requestRevision)))
        #expect(running(.recordFinding) == .grant(.revisionNotRequested))
        #expect(
            running(.recordFinding) { ($0.done, $0.hasFound) = ([.requestRevision], true) }
                == .grant(.revisionNotRequested))
        #expect(running(.plan) == .grant(.planNotOwed))
        #expect(running(.applyPermit) == .grant(.permitNotApplicable))
        #expect(running(.applyPermit) { $0.finding = .needed } == .grant(.permitNotApplicable))
        #expect(running(.applyPermit) { ($0.finding, $0.isPermitFiled) = (.needed, true) } == nil)
        #expect(
            running(.applyPermit) {
                ($0.finding, $0.isPermitFiled, $0.windowEndsOn) = (.needed, true, "2026-11-30")
            } == .grant(.windowClosed("2026-11-30")))
    }

    @Test("what is confirmed is open, and an insurance covers what the law demands") func confirmation() {
        let gap = CoverGap("death", korean: "사망", english: "death", amount: 1, minimum: 2, basis: "시행령 제42조")
        func confirm(_ change: (inout GrantFacts) -> Void) -> Refusal? {
            refusal(.init(.confirm, on: "2026-12-01", part: 2), change)
        }
        #expect(confirm { $0.openParts = [2] } == nil)
        #expect(confirm { $0.openParts = [1] } == .grant(.partNotOpen(2)))
        #expect(confirm { ($0.openParts, $0.coverGaps) = ([2], [gap]) } == .grant(.coverTooSmall([gap])))
    }
}
