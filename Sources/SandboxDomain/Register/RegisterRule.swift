/// What of a grant the public register can leave empty.
public enum RegisterField: String, Coded {
    /// The company's name.
    case company
    /// The service.
    case service
    /// The laws and articles.
    case provisions
    /// The texts of the conditions.
    case conditions
    /// The committee session.
    case session
}

/// The public register of grants.
public enum RegisterRule {
    /// May a field of this case be withheld? Only grants are published (Act 37, 38의2), so of another case there is nothing
    /// to withhold: a rapid confirmation, a case undecided, a rejection.
    public static func mayWithhold(
        of reference: CaseReference, outcome: DecisionOutcome?, trackGrants: Bool
    ) throws(Refusal) {
        guard trackGrants, outcome == .granted || outcome == .grantedWithConditions else {
            throw .grant(.notAGrant(reference))
        }
    }
}
