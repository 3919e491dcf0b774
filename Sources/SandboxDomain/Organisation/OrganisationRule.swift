/// The rules for what organisations are called and registered under.
public enum OrganisationRule {
    /// Whether an organisation may be called so: no other one has that name in another spelling, as its short name or as one of
    /// before. `㈜한울`, `(주) 한울` and `한울 주식회사` are one name; `과기정통부` is 과학기술정보통신부.
    ///
    /// - Parameters:
    ///   - registered: the name of one that has it; nil: none has.
    ///   - isDistinct: it was said that they are two all the same.
    public static func mayBeCalled(_ name: String, sameAs registered: String?, isDistinct: Bool) throws(Refusal) {
        if let registered, !isDistinct { throw .organisation(.same(name, as: registered)) }
    }

    /// Whether an organisation may have a registration number: it is that of one organisation.
    ///
    /// - Parameter owner: which organisation has it; nil: none.
    public static func mayHave(_ number: String, ownedBy owner: String?) throws(Refusal) {
        if let owner { throw .organisation(.numberTaken(number, by: owner)) }
    }
}
