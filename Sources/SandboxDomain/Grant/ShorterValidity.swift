/// A validity shorter than the law allows (Act 37⑥, 38의2④).
public enum ShorterValidity: Hashable, Sendable, CustomStringConvertible {
    /// So many months from the day of the grant.
    case months(Int)
    /// Up to and including this day.
    case until(CivilDate)

    /// The validity that two fields say; nil if neither does.
    /// - Throws: ``BadInput`` if both do.
    public init?(months: Int?, until day: CivilDate?) throws(BadInput) {
        switch (months, day) {
        case (let months?, nil): self = .months(months)
        case (nil, let day?): self = .until(day)
        case (nil, nil): return nil
        case (_?, _?): throw BadInput(.contradiction(.field(.validMonths), .field(.validUntil)))
        }
    }

    /// `12 months` or the last day.
    public var description: String {
        switch self {
        case .months(let count): "\(count) months"
        case .until(let day): day.description
        }
    }

    /// The field that says it.
    public var field: Field {
        switch self {
        case .months: .validMonths
        case .until: .validUntil
        }
    }

    /// Whether a decision of that outcome may say it: only a grant is valid, for 1 to 120 months, and a last day does not
    /// go with a validity that begins with the business.
    public func check(_ outcome: DecisionOutcome, beginsWithCommencement: Bool) throws(BadInput) {
        if !outcome.isGrant { throw BadInput(.contradiction(.field(.outcome), .field(field))) }
        switch self {
        case .months(let months): try BadInput.check(months, in: 1...120, .validMonths)
        case .until:
            if beginsWithCommencement {
                throw BadInput(.contradiction(.field(.validUntil), .field(.validFromCommencement)))
            }
        }
    }

    /// Whether the law allows the validity that a decision of that day gives: up to a day not before the decision, and no
    /// longer than the rule of the track (Decree 41, 42의5).
    ///
    /// Example: a demonstration of 24 months at most is granted for 12, and not for 25.
    public static func mayGive(
        until end: CivilDate, from day: CivilDate, longest: CivilDate
    ) throws(Refusal) {
        guard day <= end, end <= longest else { throw .grant(.validityTooLong(latest: longest)) }
    }
}
