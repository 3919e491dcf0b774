/// What the rules of periods refuse (기한); a part of ``Refusal``.
public enum DeadlineRefusal: RefusalGroup {
    /// The deadline has ended: nothing stops or extends it any more.
    case ended(CivilDate)
    /// The rule has no extension.
    case extensionNotInRule(basis: String)
    /// The period has been extended as often as the rule allows.
    case extensionUsedUp(Int)
    /// The extension is longer than the maximum number of days, months or years that the rule allows.
    case extensionTooLong(maximum: Int, PeriodUnit)
    /// A period is extended before it ends, and it ended on that day.
    case extensionTooLate(CivilDate)
    /// Who owes the act extends its period; the organisation, nil for the lead authority.
    case notOwed(String?)
    /// That cause does not stop this deadline; these do.
    case stopCauseUnknown(StopCause, known: [StopCause])
    /// The deadline is stopped since that day; one stop at a time.
    case stopped(CivilDate)
    /// The deadline is not stopped by anything that can be ended by hand.
    case notStopped
    /// A stop names the paper it rests on.
    case stopPaperRequired
    /// Another stop has left out some of those days already.
    case stopsOverlap
    /// The stop has been undone.
    case stopUndone(Int)
    /// The supplement of that number is open, and the time until its answer is left out.
    case supplementOpen(Int)
    /// No calendar has that day.
    case dayOutsideCalendar
    /// These holidays are foreseen of a year that is to be declared complete, and nobody has entered them.
    case holidaysMissing([String])

    /// The stable codes.
    public enum Code: String, StableCode {
        case ended = "deadline-ended"
        case extensionNotInRule = "extension-not-in-rule"
        case extensionUsedUp = "extension-used-up"
        case extensionTooLong = "extension-too-long"
        case extensionTooLate = "extension-too-late"
        case notOwed = "deadline-not-owed"
        case stopCauseUnknown = "stop-cause-unknown"
        case stopped = "deadline-stopped"
        case notStopped = "deadline-not-stopped"
        case stopPaperRequired = "stop-paper-required"
        case stopsOverlap = "stops-overlap"
        case stopUndone = "stop-undone"
        case supplementOpen = "stop-of-open-supplement"
        case dayOutsideCalendar = "day-outside-calendar"
        case holidaysMissing = "holidays-missing"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .ended: (.ended, nil)
        case .extensionNotInRule: (.extensionNotInRule, nil)
        case .extensionUsedUp: (.extensionUsedUp, nil)
        case .extensionTooLong: (.extensionTooLong, .shorterExtension)
        case .extensionTooLate: (.extensionTooLate, nil)
        case .notOwed: (.notOwed, .askDesk)
        case .stopCauseUnknown(_, let known): (.stopCauseUnknown, known.isEmpty ? nil : .chooseKnown)
        case .stopped: (.stopped, .resumeFirst)
        case .notStopped: (.notStopped, nil)
        case .stopPaperRequired: (.stopPaperRequired, .namePaper)
        case .stopsOverlap: (.stopsOverlap, .otherDays)
        case .stopUndone: (.stopUndone, nil)
        case .supplementOpen: (.supplementOpen, nil)
        case .dayOutsideCalendar: (.dayOutsideCalendar, .otherDate)
        case .holidaysMissing: (.holidaysMissing, nil)
        }
    }
}
