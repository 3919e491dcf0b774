public import SandboxDomain

/// A clock after it was stopped, resumed or extended.
public struct TurnedClock: Sendable {
    /// The clock.
    public let reference: ClockReference
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
    /// Where it stands.
    public let state: ClockState
}
