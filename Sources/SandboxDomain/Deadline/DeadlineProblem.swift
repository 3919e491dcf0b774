/// What cannot be of a deadline.
public enum DeadlineProblem: String, StableCode {
    /// Counted day by day it ends on another day than by the formula.
    case dueDiffers = "due-differs"
    /// Another end is kept than the facts come to.
    case keptDiffers = "kept-differs"
    /// Something else is kept of the grant than its acts come to; the days are its last in force.
    case keptGrantDiffers = "kept-grant-differs"
    /// An open task is kept otherwise than the facts come to; the days are those by which it is to be done.
    case keptTaskDiffers = "kept-task-differs"
    /// A lapse is recorded on another day than the period ends by what is known now.
    case lapseNotDue = "lapse-not-due"
    /// It runs although its case has come to a stage that ends it.
    case openOnClosedCase = "open-on-closed-case"
    /// It ended before it began.
    case endedBeforeStart = "ended-before-start"
    /// A stop lasts although the deadline has ended.
    case stopOutlivesDeadline = "stop-outlives-deadline"
    /// Two stops leave out the same day.
    case stopsOverlap = "stops-overlap"
    /// Its rule does not allow so many extensions.
    case extendedTooOften = "extended-too-often"
    /// It runs against a ministry from another day than the ministry was told.
    case withoutNotice = "without-notice"
}
