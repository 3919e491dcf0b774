import SandboxDomain

extension GrantFacts {
    /// A demonstration of 2026 that lacks nothing.
    static let sound: GrantFacts = {
        var facts = GrantFacts(
            state: .preparing, track: .demonstration, grantedOn: "2026-03-02", today: "2026-12-01", endOn: "2028-03-01")
        (facts.maySuspend, facts.mayConvert, facts.isInsured) = (true, true, true)
        facts.knownGrounds = ["fraud", "not-commenced"]
        facts.givenGrounds = ["fraud"]
        return facts
    }()

    /// What the act is refused with on those facts, after a change; nil if it may be done.
    static func refusal(
        _ proposed: ProposedGrantAct, _ change: (inout GrantFacts) -> Void = { _ in }
    ) -> Refusal? {
        var facts = sound
        change(&facts)
        do {
            try facts.mayDo(proposed)
            return nil
        } catch { return error }
    }
}

extension ProposedGrantAct {
    /// An act of that day.
    static func act(_ act: GrantAct, on day: CivilDate = "2026-12-01") -> ProposedGrantAct { .init(act, on: day) }
}
