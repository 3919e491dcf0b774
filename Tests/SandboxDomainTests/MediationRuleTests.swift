import SandboxDomain
import Testing

@Suite("Mediation")
struct MediationRuleTests {
    @Test("a mediation begins while the case is pending, one at a time, and ends between its beginning and today")
    func mediation() {
        var facts = MediationFacts(stage: .received, filedOn: "2026-11-01", today: "2026-11-23")
        func begin(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try facts.mayBegin(on: day) } }
        func end(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try facts.mayEnd(on: day) } }
        func outside(_ day: CivilDate, _ earliest: CivilDate) -> Refusal {
            .committee(.mediationDateOutside(day, earliest: earliest, latest: "2026-11-23"))
        }
        #expect(begin("2026-11-01") == nil && begin("2026-11-23") == nil)
        #expect(begin("2026-10-31") == outside("2026-10-31", "2026-11-01"))
        #expect(begin("2026-11-24") == outside("2026-11-24", "2026-11-01"))
        #expect(end("2026-11-23") == .committee(.mediationNoneOpen))
        facts.lastEndedOn = "2026-11-10"
        #expect(begin("2026-11-11") == nil)
        #expect(begin("2026-11-10") == outside("2026-11-10", "2026-11-11"))
        facts.openSince = "2026-11-12"
        #expect(begin("2026-11-20") == .committee(.mediationOpen))
        #expect(end("2026-11-12") == nil && end("2026-11-11") == outside("2026-11-11", "2026-11-12"))
        facts.stage = .decided
        #expect(begin("2026-11-20") == .wrongStage(.decided, allowed: [.received, .consulting]))
    }
}
