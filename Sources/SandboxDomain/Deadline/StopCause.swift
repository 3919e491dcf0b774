/// Why days of a period are not counted.
public enum StopCause: String, StableCode {
    /// A supplement asked by the one who owes the reply (Decree 39②, 40④; Act 38의2⑤).
    case supplementByDebtor = "supplement-by-debtor"
    /// A supplement asked by the lead authority (Decree 39②).
    case supplementByDesk = "supplement-by-desk"
    /// A supplement asked by somebody else.
    case supplementByOthers = "supplement-by-others"
    /// An opinion asked of the regulatory reform body, until it is given (decree of RegAct 13의3).
    case mediation
    /// A law revision under way.
    case revision

    /// Whether the act of asking and answering a supplement makes and ends the stop, so that nobody does by hand.
    public var followsSupplement: Bool {
        switch self {
        case .supplementByDebtor, .supplementByDesk, .supplementByOthers: true
        case .mediation, .revision: false
        }
    }
}
