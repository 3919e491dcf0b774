import SandboxDomain
import Testing

@Suite("The rules of a grant")
struct GrantRuleTests {
    @Test(
        "every act in every state: possible where the table says so, refused in all others",
        arguments: GrantAct.allCases)
    func states(act: GrantAct) {
        for state in GrantState.allCases {
            let found = GrantFacts.refusal(.init(act, on: "2026-12-01", ground: "fraud", endOn: "2029-03-01")) {
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
                GrantFacts.refusal(.act(act)) { $0.isExtendable = false } == .grant(.notForTrack(act, .demonstration)))
        }
        #expect(
            GrantFacts.refusal(.act(.exitReport)) { ($0.state, $0.hasExitReport) = (.ended, false) }
                == .grant(.notForTrack(.exitReport, .demonstration)))
        #expect(GrantFacts.refusal(.act(.exitReport)) { $0.state = .ended } == nil)
    }

    @Test("an act lies between the grant and today, and none that moves it comes before another") func days() {
        #expect(GrantFacts.refusal(.act(.inspect, on: "2026-03-02")) == nil)
        for day in ["2026-03-01", "2026-12-02"] as [CivilDate] {
            #expect(
                GrantFacts.refusal(.act(.inspect, on: day))
                    == .dateOutside(day, earliest: "2026-03-02", latest: "2026-12-01"))
        }
        #expect(
            GrantFacts.refusal(.act(.commence, on: "2026-05-01")) { $0.movedOn = "2026-06-01" }
                == .dateOutside("2026-05-01", earliest: "2026-06-01", latest: "2026-12-01"))
        #expect(GrantFacts.refusal(.act(.inspect, on: "2026-05-01")) { $0.movedOn = "2026-06-01" } == nil)
    }

    @Test("only a track that allows it is suspended or converted") func tracks() {
        #expect(
            GrantFacts.refusal(.act(.suspend)) { ($0.maySuspend, $0.state) = (false, .running) }
                == .grant(.notForTrack(.suspend, .demonstration)))
        #expect(
            GrantFacts.refusal(.act(.applyPermit)) { ($0.mayConvert, $0.state) = (false, .running) }
                == .grant(.notForTrack(.applyPermit, .demonstration)))
    }
}
