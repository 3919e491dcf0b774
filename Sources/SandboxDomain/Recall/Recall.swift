/// What somebody entered by mistake and takes back.
public enum RecallSubject: String, StableCode {
    /// A ministry's reply, which the desk had entered from an official document.
    case reply
    /// A company's answer to a supplement, which the desk had entered from an official document.
    case answer
    /// A ruling on evidence: that a condition is met, or that the evidence does not show it.
    case evidence
    /// An answer to an objection (행정기본법 제36조 제2항).
    case objection
    /// An act in the journal of a grant.
    case grantAct = "grant-act"
}

/// Who or what relies on an entry, so that it is taken back no more.
public enum Reliance: String, StableCode {
    /// The case was decided since.
    case decision
    /// The case is closed.
    case closed
    /// It lies before a meeting whose agenda is frozen.
    case agenda
    /// The ministry was asked again since.
    case round
    /// Business was commenced on it.
    case commence
    /// The condition was waived since.
    case waiver
    /// The case went on with it.
    case reopened
    /// An official paper was issued on it.
    case paper
    /// An act rests on it.
    case act
    /// A period that hangs on it has gone by.
    case period
    /// The validity of the grant has begun with it.
    case validity
    /// It is of a kind that is not taken back, but replaced, or undone by an act of its own.
    case kind
}

/// An entry that somebody wants to take back.
public struct RecallFacts: Hashable, Sendable {
    /// Whether the acting person's own side entered it.
    public var isEntered: Bool
    /// What relies on it; nil: nothing.
    public var reliedOnBy: Reliance?

    /// An entry.
    public init(isEntered: Bool, reliedOnBy: Reliance?) { (self.isEntered, self.reliedOnBy) = (isEntered, reliedOnBy) }

    /// Whether it may be taken back: with a reason, by whoever entered it, while nobody relies on it.
    ///
    /// Example: a reply with the wrong opinion, until the agenda is frozen that the case is on.
    public func mayRecall(reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        guard isEntered else { throw .recall(.nothingEntered) }
        if reliedOnBy == .kind { throw .recall(.notRecalled) }
        if let reliedOnBy { throw .recall(.reliedOn(reliedOnBy)) }
    }
}

extension GrantAct {
    /// The later acts that rely on an act of this kind, apart from those that are about it; nil: it is not taken back.
    /// The database says the same (`relying_acts`); a test compares the two.
    public var reliedOnBy: [GrantAct]? {
        let moving: [GrantAct] = [
            .commence, .suspend, .resume, .extend, .requestRevision, .recordFinding, .applyPermit, .permitRefused,
            .revoke,
            .graduate, .recordInterpretation, .convert, .renounce, .exitReport,
        ]
        return switch self {
        case .publish, .claim, .closeClaim, .plan, .exitReport: []
        case .confirm: [.commence]
        case .inspect, .incident: [.correct, .suspend, .recordHearing, .revoke]
        case .recordHearing: [.revoke]
        case .askExtension: [.extend, .refuseExtension]
        case .commence: moving + [.report, .incident, .claim, .inspect, .correct]
        case .extend, .renounce, .graduate, .recordInterpretation, .requestRevision, .recordFinding: moving
        case .insure, .report, .correct, .suspend, .resume, .revoke, .refuseExtension, .revise, .applyPermit, .convert,
            .permitRefused:
            nil
        }
    }
}
