/// The state of a deadline before somebody stops or extends it.
public struct DeadlineFacts: Hashable, Sendable {
    /// Its rule.
    public var rule: DeadlineRule
    /// The day it runs from.
    public var startedOn: CivilDate
    /// Its last day; nil while a stop holds it up.
    public var dueOn: CivilDate?
    /// The day it ended, if it has.
    public var endedOn: CivilDate?
    /// Today, in the authority's zone.
    public var today: CivilDate
    /// How often it has been extended.
    public var extended: Int
    /// Who owes the act, by name; nil for the lead authority.
    public var debtor: String?
    /// Whether the acting person acts for whoever owes the act.
    public var isOwn: Bool
    /// The stop that lasts, if there is one.
    public var openStop: OpenStop?

    /// A stop that lasts.
    public struct OpenStop: Hashable, Sendable {
        /// Since when.
        public var beganOn: CivilDate
        /// Why.
        public var cause: StopCause

        /// A stop that lasts.
        public init(beganOn: CivilDate, cause: StopCause) { (self.beganOn, self.cause) = (beganOn, cause) }
    }

    /// The state of a deadline.
    public init(
        rule: DeadlineRule, startedOn: CivilDate, dueOn: CivilDate?, endedOn: CivilDate? = nil, today: CivilDate,
        extended: Int = 0, debtor: String? = nil, isOwn: Bool, openStop: OpenStop? = nil
    ) {
        (self.rule, self.startedOn, self.dueOn, self.endedOn) = (rule, startedOn, dueOn, endedOn)
        (self.today, self.extended, self.debtor, self.isOwn) = (today, extended, debtor, isOwn)
        self.openStop = openStop
    }

    /// Whether the period may be extended by that much: by whoever owes the act, before the period ends, as often
    /// and as long as the rule allows. A validity is extended by a decision, not by its holder.
    ///
    /// Example: tabling may be put off once by 30 days (RegAct 19의3⑤); a second time is refused.
    public func mayExtend(by count: Int) throws(Refusal) {
        guard isOwn else { throw .deadline(.notOwed(debtor)) }
        guard let maximum = rule.extensionLength, rule.whenMissed != .ends else {
            throw .deadline(.extensionNotInRule(basis: rule.basis))
        }
        if let endedOn { throw .deadline(.ended(endedOn)) }
        guard extended < rule.extensions else { throw .deadline(.extensionUsedUp(rule.extensions)) }
        guard count <= maximum.count else { throw .deadline(.extensionTooLong(maximum: maximum.count, maximum.unit)) }
        if let dueOn, today > dueOn { throw .deadline(.extensionTooLate(dueOn)) }
    }

    /// Whether the desk may stop the deadline from a day on: for a cause the rule names, on a paper, one stop at a time.
    ///
    /// Example: tabling is stopped while the regulatory reform body's opinion is awaited (decree of RegAct 13의3).
    public func mayStop(for cause: StopCause, from day: CivilDate) throws(Refusal) {
        guard rule.stoppedBy.contains(cause), !cause.followsSupplement else {
            throw .deadline(.stopCauseUnknown(cause, known: rule.stoppedBy.filter { !$0.followsSupplement }))
        }
        if let endedOn { throw .deadline(.ended(endedOn)) }
        if let openStop { throw .deadline(.stopped(openStop.beganOn)) }
        guard (startedOn...max(startedOn, today)).contains(day) else {
            throw .dateOutside(day, earliest: startedOn, latest: max(startedOn, today))
        }
    }

    /// Whether the desk may undo the stop of that number: once, while the deadline runs. The time until the answer to a supplement is
    /// left out by law, so that its stop is not undone while it is open.
    public func mayUndo(_ number: Int, isUndone: Bool, openSupplement: Int? = nil) throws(Refusal) {
        guard !isUndone else { throw .deadline(.stopUndone(number)) }
        if let endedOn { throw .deadline(.ended(endedOn)) }
        if let openSupplement { throw .deadline(.supplementOpen(openSupplement)) }
    }

    /// Whether the desk may end the stop that lasts: one that does not end by itself, between its beginning and today.
    public func mayResume(on day: CivilDate) throws(Refusal) {
        guard let openStop, !openStop.cause.followsSupplement else { throw .deadline(.notStopped) }
        guard (openStop.beganOn...max(openStop.beganOn, today)).contains(day) else {
            throw .dateOutside(day, earliest: openStop.beganOn, latest: today)
        }
    }
}
