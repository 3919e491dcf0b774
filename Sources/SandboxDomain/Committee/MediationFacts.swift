/// What the mediation of a conflict over a case depends on (갈등 조정: decree of RegAct 13의3).
public struct MediationFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// The day the case was filed, in the authority's zone.
    public var filedOn: CivilDate
    /// Today, in the authority's zone.
    public var today: CivilDate
    /// The first day of the mediation under way; nil: none is.
    public var openSince: CivilDate?
    /// The last day of the mediation before it.
    public var lastEndedOn: CivilDate?

    /// What mediation depends on.
    public init(
        stage: Stage, filedOn: CivilDate, today: CivilDate, openSince: CivilDate? = nil, lastEndedOn: CivilDate? = nil
    ) {
        (self.stage, self.filedOn, self.today) = (stage, filedOn, today)
        (self.openSince, self.lastEndedOn) = (openSince, lastEndedOn)
    }

    /// Whether a mediation may begin on that day: one at a time, while the case is pending, between the filing or the end
    /// of the mediation before and today.
    public func mayBegin(on day: CivilDate) throws(Refusal) {
        try stage.mayPrepare()
        guard openSince == nil else { throw .committee(.mediationOpen) }
        try mayDate(day, from: max(filedOn, lastEndedOn?.adding(days: 1) ?? filedOn))
    }

    /// Whether the mediation under way may end on that day: between its beginning and today.
    public func mayEnd(on day: CivilDate) throws(Refusal) {
        guard let openSince else { throw .committee(.mediationNoneOpen) }
        try mayDate(day, from: openSince)
    }

    private func mayDate(_ day: CivilDate, from earliest: CivilDate) throws(Refusal) {
        guard earliest <= day, day <= today else {
            throw .committee(.mediationDateOutside(day, earliest: earliest, latest: today))
        }
    }
}
