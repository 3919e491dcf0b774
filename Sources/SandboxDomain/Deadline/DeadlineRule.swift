/// A rule of the law that gives somebody time: how long, counted how, stopped by what, and what follows.
public struct DeadlineRule: Hashable, Sendable {
    /// Its code within the regime, e.g. `k4`.
    public let code: String
    /// Its name in Korean.
    public let korean: String
    /// Its name in English.
    public let english: String
    /// The article.
    public let basis: String
    /// How long it is.
    public let length: PeriodLength
    /// How it is counted.
    public let method: CountingMethod
    /// What stops it.
    public let stoppedBy: [StopCause]
    /// The end in any case.
    public let cap: PeriodLength?
    /// What one extension adds at most.
    public let extensionLength: PeriodLength?
    /// How often it may be extended.
    public let extensions: Int
    /// Whether an extension runs from the day after the period has ended.
    public let extendsFromExpiry: Bool
    /// How else the law can be read.
    public let readings: [RuleReading]
    /// What follows when the act is not done in time.
    public let whenMissed: MissedEffect
    /// That in Korean words; nil if there is nothing to say.
    public let missedKorean: String?
    /// That in English words.
    public let missedEnglish: String?

    /// A rule as reference data has it.
    public init(
        code: String, korean: String, english: String, basis: String, length: PeriodLength, method: CountingMethod,
        stoppedBy: [StopCause] = [], cap: PeriodLength? = nil, extensionLength: PeriodLength? = nil,
        extensions: Int = 0, extendsFromExpiry: Bool = false, readings: [RuleReading] = [],
        whenMissed: MissedEffect = .none, missedKorean: String? = nil, missedEnglish: String? = nil
    ) {
        (self.code, self.korean, self.english, self.basis) = (code, korean, english, basis)
        (self.length, self.method, self.stoppedBy, self.cap) = (length, method, stoppedBy, cap)
        (self.extendsFromExpiry, self.readings) = (extendsFromExpiry, readings)
        (self.extensionLength, self.extensions, self.whenMissed) = (extensionLength, extensions, whenMissed)
        (self.missedKorean, self.missedEnglish) = (missedKorean, missedEnglish)
    }
}

/// What follows when the act is not done in time.
public enum MissedEffect: String, StableCode {
    /// Nothing that the law says.
    case none
    /// Silence means: not the ministry's business, or no permit needed (Act 36③).
    case deemedNotNeeded = "deemed-not-needed"
    /// The right to the act is lost.
    case rightLost = "right-lost"
    /// What was granted ends.
    case ends
    /// A grant may be revoked.
    case groundForRevocation = "ground-for-revocation"
    /// A fine.
    case fine
}

/// The state of a deadline.
public enum DeadlineState: String, StableCode {
    /// Time runs.
    case running
    /// A stop lasts.
    case stopped
    /// The last day is past and the act is not done.
    case overdue
    /// The act was done in time.
    case met
    /// The act was done too late.
    case late
    /// The period ended in silence, to which the law gives a meaning.
    case lapsed
    /// It ended without the act, which nobody owes any more: the case was withdrawn, the grant was given up.
    case fellAway = "fell-away"
    /// The right to the act is lost.
    case lost
    /// The validity has ended.
    case expired
    /// What it was about was called off: it never ran.
    case void

    /// Whether somebody still has something to do.
    public var isOpen: Bool { [.running, .stopped, .overdue].contains(self) }
}
