internal import SandboxDomain

extension PaperMaterial.CaseMaterial {
    /// The same as the rules of papers see it.
    var facts: PaperCaseFacts {
        var facts = PaperCaseFacts()
        facts.isFiled = view.head.number != nil
        facts.isReceived = view.head.receivedAt != nil
        facts.isReturned = view.head.stage == .returned
        facts.supplements = view.supplements.map(\.number)
        facts.rounds = view.consultations.map { ($0.ministry, $0.round, $0.repliedAt == nil) }
        if let decision = view.decision, let decisionNumber { facts.decision = (decisionNumber, decision.outcome) }
        facts.hasGrant = grant != nil
        facts.acts = (grant?.view.acts ?? []).map { ($0.number, $0.act) }
        facts.answered = view.dispositions.compactMap { one in one.ruling.map { (one.number, $0) } }
        return facts
    }
}
