/// A fact that the text of a paper may ask for: `{service-name}`.
public enum PaperField: String, StableCode {
    // Of every paper.
    case agency, head, division, number, official, disclosure
    case issuedOn = "issued-on"
    case issuedInWords = "issued-in-words"
    case caseLaw = "case-law"
    case editionNote = "edition-note"

    // Of a case.
    case reference, track, company, representative, address, summary, necessity, scope, period, protection
    case registrationNumber = "registration-no"
    case service
    case serviceType = "service-type"
    case filedOn = "filed-on"
    case receivedOn = "received-on"
    case receivedAt = "received-at"
    case exemptionCount = "exemption-count"
    case replyCount = "reply-count"
    case paperCount = "paper-count"
    case correctionCount = "correction-count"

    // Of what is told.
    case expectedOn = "expected-on"
    case request, question, ministry, reason, outcome, ground, act, finding, ruling, disposition
    case requestNumber = "request-no"
    case askedBy = "asked-by"
    case askedOn = "asked-on"
    case notifiedOn = "notified-on"
    case dueOn = "due-on"
    case longestOn = "longest-on"
    case daysLate = "days-late"
    case earlierNumber = "earlier-number"
    case replyBy = "reply-by"
    case isFast = "same-or-similar"
    case isFree = "nothing-needed"
    case isPermitNeeded = "permit-needed"
    case decidedOn = "decided-on"
    case noticedOn = "noticed-on"
    case objectedOn = "objected-on"
    case redeliberationUntil = "redeliberation-until"
    case objectionUntil = "objection-until"
    /// The last day by another reading of the law, where it is later.
    case objectionOtherwise = "objection-otherwise"
    case appealUntil = "appeal-until"
    case isReopened = "reopened"
    case heardOn = "heard-on"
    case legalBasis = "basis"
    case isRevisionNeeded = "revision-needed"
    case permitUntil = "permit-until"
    case deemedUntil = "deemed-until"

    // Of a grant.
    case certificateNumber = "certificate-no"
    case registerNumber = "register-no"
    case grantedOn = "granted-on"
    case grantedInWords = "granted-in-words"
    case validity
    case validityBefore = "validity-before"
    case validityEnd = "validity-end"
    case extendedOn = "extended-on"
    case endedOn = "ended-on"
    case endedAs = "ended-as"
    case extensionUntil = "extension-until"
    case revisionUntil = "revision-until"
    case revisionAskedOn = "revision-asked-on"
    case deemedSince = "deemed-since"
    case conditionCount = "condition-count"
    case dutyCount = "duty-count"
    case changeCount = "change-count"

    // Of a meeting.
    case meeting, committee, form, place, time, attending, proceedings, quorum
    case meetingOn = "meeting-on"
    case itemCount = "item-count"

    // Of an item of its agenda.
    case itemNumber = "item-no"
    case opinion, remarks, vote, recused, criteria
    case isRedeliberation = "redeliberation"
    case precedentCount = "precedent-count"

    static let common: [PaperField] = [
        .agency, .head, .division, .number, .official, .disclosure, .issuedOn, .issuedInWords, .caseLaw, .editionNote,
    ]
    static let ofCase: [PaperField] = [
        .reference, .track, .company, .representative, .address, .summary, .necessity, .scope, .period, .protection,
        .registrationNumber, .service, .serviceType, .filedOn, .receivedOn, .receivedAt, .exemptionCount, .replyCount,
        .paperCount, .correctionCount,
    ]
    static let ofDecision: [PaperField] = [.outcome, .reason, .decidedOn, .meeting, .conditionCount]
    static let ofGrant: [PaperField] = [
        .certificateNumber, .registerNumber, .grantedOn, .grantedInWords, .validity, .validityEnd, .endedOn, .endedAs,
        .extensionUntil,
        .revisionUntil, .revisionAskedOn, .deemedSince, .dutyCount, .changeCount,
    ]
    static let ofMeeting: [PaperField] = [.meeting, .committee, .form, .meetingOn, .itemCount, .quorum]
    static let ofItem: [PaperField] = [
        .itemNumber, .opinion, .criteria, .remarks, .vote, .recused, .outcome, .reason, .isRedeliberation,
        .precedentCount, .conditionCount,
    ]

    /// Whether somebody may say it when the paper is issued, where the register does not know.
    public var mayBeStated: Bool { PaperField.stated.contains(self) }

    /// What may be said when a paper is issued.
    public static let stated: [PaperField] = [
        .representative, .address, .place, .time, .attending, .proceedings, .opinion, .criteria, .remarks, .replyBy,
        .scope, .registrationNumber, .reason,
    ]

    /// Whether the office states it once for all papers.
    public var isOfOffice: Bool { self == .division || self == .official }
}
