public import SandboxDomain

/// A deadline after it was stopped, resumed or extended.
public struct ChangedDeadline: Sendable {
    /// The deadline.
    public let reference: DeadlineReference
    /// The rule's code.
    public let rule: String
    /// The rule in Korean.
    public let korean: String
    /// The rule in English.
    public let english: String
    /// The last day before the act; nil if a stop held it up.
    public let dueBefore: CivilDate?
    /// The last day now; nil while a stop holds it up.
    public let dueOn: CivilDate?
    /// Days from today to the last day.
    public let daysLeft: Int?
    /// Its state.
    public let state: DeadlineState
    /// That its last day is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
}
