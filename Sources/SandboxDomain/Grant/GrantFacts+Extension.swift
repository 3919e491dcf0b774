extension GrantFacts {
    /// Once, after it was asked for, and no longer than the law allows (Act 37⑥, 38의5①).
    func mayExtend(_ act: GrantAct, to end: CivilDate?) throws(Refusal) {
        guard done.contains(.askExtension), !done.contains(.refuseExtension) else { throw .grant(.extensionNotAsked) }
        guard act == .extend, let longestEndOn, let endOn else { return }
        guard let end, end > endOn, end <= longestEndOn else {
            throw .grant(.validityTooLong(latest: longestEndOn, now: endOn))
        }
    }
}
