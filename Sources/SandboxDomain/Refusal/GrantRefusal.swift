/// What the rules of a grant refuse; a part of ``Refusal``.
public enum GrantRefusal: RefusalGroup {
    /// The act is not possible in the legal state the grant is in; `allowed` are those in which it is.
    case wrongState(GrantState, allowed: [GrantState])
    /// A grant of this track has no such act: only a demonstration is suspended (Act 38의4③) and converted.
    case notForTrack(GrantAct, TrackCode)
    /// It was done, and is done once: a correction order, for example (Act 38②, 38의4②).
    case doneOnce(GrantAct)
    /// A grant is extended once (Act 37⑥, 38의5①).
    case extendedOnce
    /// Business commences under a confirmed insurance that runs to the end of the grant (Act 37⑩, 38의3⑥; Decree 42).
    case insuranceMissing(until: CivilDate)
    /// The insurance covers less than the law demands (Decree 42③).
    case coverTooSmall([CoverGap])
    /// Conditions of these numbers are to be met before business commences (Act 37③, 38의2③).
    case conditionsUnmet([Int])
    /// Nothing is revoked without a hearing on its ground (Act 40).
    case hearingMissing(String)
    /// The law has no such ground for this track, or the facts do not support it (Act 38①, 38의4①).
    case groundNotGiven(String, known: [String])
    /// The period for it ended on this day (Act 37⑥, 38의5②③; Decree 42의7⑨).
    case windowClosed(CivilDate)
    /// No extension has been asked for, or it was answered (Act 37⑥, 38의5②).
    case extensionNotAsked
    /// What has not begun is not extended: the validity begins with the business.
    case validityNotBegun
    /// Longer than the law allows, or an extension that leaves it no longer than it is `now`; `latest` is the last day it
    /// may give (Decree 41, 42의5).
    case validityTooLong(latest: CivilDate, now: CivilDate? = nil)
    /// No request for a law revision is open with the acting ministry (Act 38의5③④).
    case revisionNotRequested
    /// The acting ministry owes no law-revision plan (RegAct 19의3⑧).
    case planNotOwed
    /// A permit is applied for after a positive finding, by a filed case of the other track (Act 38의5⑥; Decree 42의7⑨).
    case permitNotApplicable
    /// There is no open insurance or claim of that number.
    case partNotOpen(Int)
    /// An insurance, a report or a plan is said with the act, and nothing was said (Act 37⑩, 38의3; RegAct 19의3⑧).
    case detailMissing
    /// The case has no grant. The public register lists only grants, so there is nothing to withhold.
    case notAGrant(CaseReference)

    /// The stable codes.
    public enum Code: String, StableCode {
        case wrongState = "grant-state"
        case notForTrack = "grant-act-not-for-track"
        case doneOnce = "grant-act-once"
        case extendedOnce = "extended-once"
        case insuranceMissing = "insurance-missing"
        case coverTooSmall = "cover-too-small"
        case conditionsUnmet = "conditions-unmet"
        case hearingMissing = "hearing-missing"
        case groundNotGiven = "ground-not-given"
        case windowClosed = "window-closed"
        case extensionNotAsked = "extension-not-asked"
        case validityNotBegun = "validity-not-begun"
        case validityTooLong = "validity-too-long"
        case revisionNotRequested = "revision-not-requested"
        case planNotOwed = "plan-not-owed"
        case permitNotApplicable = "permit-not-applicable"
        case partNotOpen = "grant-part-not-open"
        case detailMissing = "grant-detail-missing"
        case notAGrant = "not-a-grant"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .wrongState: (.wrongState, nil)
        case .notForTrack: (.notForTrack, nil)
        case .doneOnce(let act): (.doneOnce, act.reliedOnBy == nil ? nil : .recallAct)
        case .extendedOnce: (.extendedOnce, .recallAct)
        case .insuranceMissing: (.insuranceMissing, .insureGrant)
        case .coverTooSmall: (.coverTooSmall, .insureGrant)
        case .conditionsUnmet: (.conditionsUnmet, .confirmConditions)
        case .hearingMissing: (.hearingMissing, .holdHearing)
        case .groundNotGiven(_, let known): (.groundNotGiven, known.isEmpty ? nil : .chooseKnown)
        case .windowClosed: (.windowClosed, nil)
        case .extensionNotAsked: (.extensionNotAsked, nil)
        case .validityNotBegun: (.validityNotBegun, nil)
        case .validityTooLong: (.validityTooLong, .otherDate)
        case .revisionNotRequested: (.revisionNotRequested, nil)
        case .planNotOwed: (.planNotOwed, .recallAct)
        case .permitNotApplicable: (.permitNotApplicable, .fileOtherTrack)
        case .partNotOpen: (.partNotOpen, nil)
        case .detailMissing: (.detailMissing, nil)
        case .notAGrant: (.notAGrant, nil)
        }
    }
}
