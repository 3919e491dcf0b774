extension GrantFacts {
    /// Nothing is revoked without a hearing on its ground (Act 40).
    func mayRevoke(_ act: GrantAct, on ground: String) throws(Refusal) {
        guard givenGrounds.contains(ground) else { throw .grant(.groundNotGiven(ground, known: knownGrounds)) }
        if act == .revoke && !heardGrounds.contains(ground) { throw .grant(.hearingMissing(ground)) }
    }
}
