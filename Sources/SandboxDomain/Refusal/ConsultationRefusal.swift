/// What the rules of consultation refuse (관계부처 협의: Act 36②③, 37③④, 38의2⑤); a part of ``Refusal``.
public enum ConsultationRefusal: RefusalGroup {
    /// These ministries have not replied yet.
    case open([String])
    /// The acting ministry has no open round of consultation on this case.
    case missing
    /// A round with this ministry is open: the next begins when it has replied.
    case roundOpen(ministry: String, round: Int)
    /// This round has been replied to. A reply is not changed; a new round may be sent, and what the desk entered wrongly, taken back.
    case alreadyReplied(round: Int)
    /// Only a public body is consulted, and this is not one.
    case notAMinistry(String)
    /// This track does not have that opinion.
    case opinionNotForTrack(Opinion, TrackCode, known: [Opinion])
    /// The ministry was told of the consultation on that day; its period runs from then.
    case alreadyNotified(CivilDate)
    /// The period for the reply ended on that day in silence, and the law says what silence means (Act 36③).
    case replyLapsed(CivilDate)
    /// The lapse has been contested; it is contested once.
    case lapseContested
    /// Nothing is decided while a lapse is contested.
    case lapseOpen([String])
    /// No lapse is recorded for this ministry on this case.
    case lapseMissing(String)
    /// Only a lapse that is contested, and not resolved yet, is resolved.
    case lapseNotContested
    /// The law gives this track no shorter period for same-or-similar cases (Act 37④, 38의2⑦).
    case noFastTrack(TrackCode)
    /// The shorter period rests on an earlier grant that the case is like; none is named (Act 37④, 38의2⑦).
    case fastTrackUnfounded
    /// What the desk enters for others came as an official document, with its number and the day it arrived.
    case documentRequired
    /// These ministries, which the proposal names, were not asked, and nobody said why not.
    case ministriesUnasked([String])
    /// This ministry was asked: nothing is omitted.
    case ministryAsked(String)

    /// The stable codes.
    public enum Code: String, StableCode {
        case open = "consultation-open"
        case missing = "consultation-missing"
        case roundOpen = "round-open"
        case alreadyReplied = "already-replied"
        case notAMinistry = "not-a-ministry"
        case opinionNotForTrack = "opinion-not-for-track"
        case alreadyNotified = "already-notified"
        case replyLapsed = "reply-lapsed"
        case lapseContested = "lapse-contested"
        case lapseOpen = "lapse-open"
        case lapseMissing = "lapse-missing"
        case lapseNotContested = "lapse-not-contested"
        case noFastTrack = "no-fast-track"
        case fastTrackUnfounded = "fast-track-unfounded"
        case documentRequired = "document-required"
        case ministriesUnasked = "ministries-unasked"
        case ministryAsked = "ministry-asked"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .open: (.open, .awaitReplies)
        case .missing: (.missing, .sendConsultation)
        case .roundOpen: (.roundOpen, .leaveOut)
        case .alreadyReplied: (.alreadyReplied, .replyAgain)
        case .notAMinistry: (.notAMinistry, .fittingOrganisation)
        case .opinionNotForTrack(_, _, let known): (.opinionNotForTrack, known.isEmpty ? nil : .chooseKnown)
        case .alreadyNotified: (.alreadyNotified, nil)
        case .replyLapsed: (.replyLapsed, .contest)
        case .lapseContested: (.lapseContested, .awaitResolution)
        case .lapseOpen: (.lapseOpen, .awaitResolution)
        case .lapseMissing: (.lapseMissing, nil)
        case .lapseNotContested: (.lapseNotContested, .contest)
        case .noFastTrack: (.noFastTrack, nil)
        case .fastTrackUnfounded: (.fastTrackUnfounded, .namePrecedent)
        case .documentRequired: (.documentRequired, .nameDocument)
        case .ministriesUnasked: (.ministriesUnasked, .askOrOmit)
        case .ministryAsked: (.ministryAsked, nil)
        }
    }
}
