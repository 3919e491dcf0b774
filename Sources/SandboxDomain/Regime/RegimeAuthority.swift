/// Whose a regime is. Everybody who reads cases reads those of all regimes; only the desk of a regime's own authority acts
/// under it: on its cases, committees, meetings, roadmaps, summits and calendar, and on the regime itself.
public struct RegimeAuthority: Hashable, Sendable {
    /// The regime.
    public let regime: RegimeCode
    /// The authority's name; nil as long as there is no authority.
    public let authority: String?

    /// That regime belongs to that authority.
    public init(_ regime: RegimeCode, of authority: String?) { (self.regime, self.authority) = (regime, authority) }

    /// Whether the desk of that organisation may act under the regime.
    /// - Throws: `Refusal.regime(.otherAuthority)`.
    public func mayAct(_ organisation: String?) throws(Refusal) {
        guard let authority, authority != organisation else { return }
        throw .regime(.otherAuthority(regime, authority))
    }
}
