extension GrantFacts {
    /// Conditions first, then insurance (Act 37⑩, 38의3⑥; Decree 42①: before the service starts).
    func mayCommence() throws(Refusal) {
        guard unmetConditions.isEmpty else { throw .grant(.conditionsUnmet(unmetConditions)) }
        guard isInsured else { throw .grant(.insuranceMissing(until: insuredUntil)) }
    }
}
