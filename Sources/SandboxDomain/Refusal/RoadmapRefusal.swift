/// What the rules of the law roadmap refuse; a part of ``Refusal``.
public enum RoadmapRefusal: RefusalGroup {
    /// A ministry says how far its own tasks have come, and this one is owed by others.
    case taskNotOwed([String])
    /// Only a promulgated law has a day of entry into force.
    case inForceDateNotForStatus(ReformStatus)
    /// A reform task does not go from the one status to the other.
    case statusUnreachable(ReformStatus, ReformStatus)
    /// The task has been merged or superseded; the one named continues it.
    case taskContinued(String)
    /// The task named has itself ended without a change of law, and cannot continue another.
    case taskEnded(String, ReformStatus)
    /// The milestone was promised before, in these words on that day; another date for it is a forecast, with a reason.
    case alreadyPromised(String, CivilDate)
    /// What was said before the first promise is not entered after it.
    case beforeBaseline(CivilDate)
    /// Nothing was said that could be taken back.
    case nothingToTakeBack
    /// A report on a task is given from a certain day on.
    case reportTooEarly(CivilDate)
    /// The acting ministry owes no report on that task.
    case noReportOwed

    /// The stable codes.
    public enum Code: String, StableCode {
        case taskNotOwed = "task-not-owed"
        case inForceDateNotForStatus = "in-force-date-not-for-status"
        case statusUnreachable = "status-unreachable"
        case taskContinued = "task-continued"
        case taskEnded = "task-ended"
        case alreadyPromised = "already-promised"
        case beforeBaseline = "before-baseline"
        case nothingToTakeBack = "nothing-to-take-back"
        case reportTooEarly = "report-too-early"
        case noReportOwed = "no-report-owed"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .taskNotOwed: (.taskNotOwed, .askDesk)
        case .inForceDateNotForStatus: (.inForceDateNotForStatus, .dropDate)
        case .statusUnreachable: (.statusUnreachable, nil)
        case .taskContinued: (.taskContinued, nil)
        case .taskEnded: (.taskEnded, nil)
        case .alreadyPromised: (.alreadyPromised, .forecast)
        case .beforeBaseline: (.beforeBaseline, .otherDate)
        case .nothingToTakeBack: (.nothingToTakeBack, nil)
        case .reportTooEarly: (.reportTooEarly, nil)
        case .noReportOwed: (.noReportOwed, nil)
        }
    }
}
