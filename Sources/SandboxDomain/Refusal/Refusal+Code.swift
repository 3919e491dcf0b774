extension Refusal {
    /// The stable code of a refusal, for JSON and scripts. It never changes once released.
    public enum Code: String, Coded {
        case wrongStage = "wrong-stage"
        case draftOnly = "draft-only"
        case papersMissing = "papers-missing"
        case fieldsMissing = "fields-missing"
        case proposalIncomplete = "proposal-incomplete"
        case reasonRequired = "reason-required"
        case attachmentTooLarge = "attachment-too-large"
        case attachmentEmpty = "attachment-empty"
        case attachmentNotEditable = "attachment-not-editable"
        case supplementOpen = "supplement-open"
        case supplementNoneOpen = "supplement-none-open"
        case alreadyAnswered = "already-answered"
        case consultationOpen = "consultation-open"
        case consultationMissing = "consultation-missing"
        case roundOpen = "round-open"
        case alreadyReplied = "already-replied"
        case notAMinistry = "not-a-ministry"
        case opinionNotForTrack = "opinion-not-for-track"
        case ministryNotConsulted = "ministry-not-consulted"
        case outcomeNotForTrack = "outcome-not-for-track"
        case conditionsRequired = "conditions-required"
        case conditionsNotAllowed = "conditions-not-allowed"
        case decisionDateOutside = "decision-date-outside"
        case alreadyDecided = "already-decided"
        case alreadyNotified = "already-notified"
        case dateOutside = "date-outside"
        case replyLapsed = "reply-lapsed"
        case lapseContested = "lapse-contested"
        case lapseOpen = "lapse-open"
        case noFastTrack = "no-fast-track"
        case lapseMissing = "lapse-missing"
        case lapseNotContested = "lapse-not-contested"
        case clockEnded = "clock-ended"
        case extensionNotInRule = "extension-not-in-rule"
        case extensionUsedUp = "extension-used-up"
        case extensionTooLong = "extension-too-long"
        case extensionTooLate = "extension-too-late"
        case clockNotOwed = "clock-not-owed"
        case stopCauseUnknown = "stop-cause-unknown"
        case clockStopped = "clock-stopped"
        case clockNotStopped = "clock-not-stopped"
        case stopPaperRequired = "stop-paper-required"
        case stopsOverlap = "stops-overlap"
        case stopUndone = "stop-undone"
        case sessionExists = "session-exists"
        case bodyClosed = "body-closed"
        case compositionUnlawful = "composition-unlawful"
        case agendaFrozen = "agenda-frozen"
        case agendaNotFrozen = "agenda-not-frozen"
        case agendaEmpty = "agenda-empty"
        case alreadyTabled = "already-tabled"
        case bodyNotForTrack = "body-not-for-track"
        case precedentRequired = "precedent-required"
        case delegationRequired = "delegation-required"
        case delegationNotAllowed = "delegation-not-allowed"
        case notOnAgenda = "not-on-agenda"
        case itemClosed = "item-closed"
        case sessionNotBegun = "session-not-begun"
        case memberRecused = "member-recused"
        case memberHasVoted = "member-has-voted"
        case quorumMissing = "quorum-missing"
        case votesSayOtherwise = "votes-say-otherwise"
        case notRejected = "not-rejected"
        case redeliberatedOnce = "redeliberated-once"
        case redeliberationTooLate = "redeliberation-too-late"
        case notAPrecedent = "not-a-precedent"
        case precedentNamed = "precedent-named"
        case mediationOpen = "mediation-open"
        case mediationNoneOpen = "mediation-none-open"
        case mediationDateOutside = "mediation-date-outside"
        case conditionIncomplete = "condition-incomplete"
        case conditionNotStanding = "condition-not-standing"
        case conditionChangeOpen = "condition-change-open"
        case conditionChangeNoneOpen = "condition-change-none-open"
        case changeReplyNotOwed = "change-reply-not-owed"
        case changeReplyOpen = "change-reply-open"
        case evidenceNoneOpen = "evidence-none-open"
        case noDisposition = "no-disposition"
        case objectedBefore = "objected-before"
        case objectionTooLate = "objection-too-late"
        case objectionNoneOpen = "objection-none-open"
        case grantState = "grant-state"
        case grantActNotForTrack = "grant-act-not-for-track"
        case grantActOnce = "grant-act-once"
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
        case grantPartNotOpen = "grant-part-not-open"
        case organisationKind = "organisation-kind"
        case organisationRequired = "organisation-required"
        case organisationExists = "organisation-exists"
        case organisationClosed = "organisation-closed"
        case personExists = "person-exists"
        case personIsAdministrator = "person-is-administrator"
        case personDisabled = "person-disabled"
        case personIsSelf = "person-is-self"
        case taskNotOwed = "task-not-owed"
        case inForceDateNotForStatus = "in-force-date-not-for-status"
        case statusUnreachable = "status-unreachable"
        case taskContinued = "task-continued"
        case taskEnded = "task-ended"
        case alreadyPromised = "already-promised"
        case beforeBaseline = "before-baseline"
        case dateInFuture = "date-in-future"
        case nothingToTakeBack = "nothing-to-take-back"
        case reportTooEarly = "report-too-early"
        case noReportOwed = "no-report-owed"
        case commitmentNotOwn = "commitment-not-own"
        case commitmentSettled = "commitment-settled"
        case commitmentOpen = "commitment-open"
        case councilReportsLater = "council-reports-later"
        case notAGrant = "not-a-grant"
        case trackClosed = "track-closed"
        case regimeFixed = "regime-fixed"
        case regimeBegun = "regime-begun"
        case regimeNotBegun = "regime-not-begun"
        case prefixTaken = "prefix-taken"
        case bodyTaken = "body-taken"
        case appendOnly = "append-only"
        case idempotencyKeyReused = "idempotency-key-reused"
        case schemaOlder = "schema-older"
        case schemaNewer = "schema-newer"
        case schemaDefinitionsDiffer = "schema-definitions-differ"
        case schemaBeforeRelease = "schema-before-release"
        case superuserActing = "superuser-acting"
    }

    /// The stable code of this refusal.
    public var code: Code {
        switch self {
        case .wrongStage: .wrongStage
        case .draftOnly: .draftOnly
        case .papersMissing: .papersMissing
        case .fieldsMissing: .fieldsMissing
        case .proposalIncomplete: .proposalIncomplete
        case .reasonRequired: .reasonRequired
        case .attachmentTooLarge: .attachmentTooLarge
        case .attachmentEmpty: .attachmentEmpty
        case .attachmentNotEditable: .attachmentNotEditable
        case .supplementOpen: .supplementOpen
        case .supplementNoneOpen: .supplementNoneOpen
        case .alreadyAnswered: .alreadyAnswered
        case .consultationOpen: .consultationOpen
        case .consultationMissing: .consultationMissing
        case .roundOpen: .roundOpen
        case .alreadyReplied: .alreadyReplied
        case .notAMinistry: .notAMinistry
        case .opinionNotForTrack: .opinionNotForTrack
        case .ministryNotConsulted: .ministryNotConsulted
        case .outcomeNotForTrack: .outcomeNotForTrack
        case .conditionsRequired: .conditionsRequired
        case .conditionsNotAllowed: .conditionsNotAllowed
        case .decisionDateOutside: .decisionDateOutside
        case .alreadyDecided: .alreadyDecided
        case .alreadyNotified: .alreadyNotified
        case .dateOutside: .dateOutside
        case .replyLapsed: .replyLapsed
        case .lapseContested: .lapseContested
        case .lapseOpen: .lapseOpen
        case .noFastTrack: .noFastTrack
        case .lapseMissing: .lapseMissing
        case .lapseNotContested: .lapseNotContested
        case .clockEnded: .clockEnded
        case .extensionNotInRule: .extensionNotInRule
        case .extensionUsedUp: .extensionUsedUp
        case .extensionTooLong: .extensionTooLong
        case .extensionTooLate: .extensionTooLate
        case .clockNotOwed: .clockNotOwed
        case .stopCauseUnknown: .stopCauseUnknown
        case .clockStopped: .clockStopped
        case .clockNotStopped: .clockNotStopped
        case .stopPaperRequired: .stopPaperRequired
        case .stopsOverlap: .stopsOverlap
        case .stopUndone: .stopUndone
        case .committee(let refusal): refusal.code
        case .condition(let refusal): refusal.code
        case .objection(let refusal): refusal.code
        case .grant(let refusal): refusal.code
        case .organisationKind: .organisationKind
        case .organisationRequired: .organisationRequired
        case .organisationExists: .organisationExists
        case .organisationClosed: .organisationClosed
        case .personExists: .personExists
        case .personIsAdministrator: .personIsAdministrator
        case .personDisabled: .personDisabled
        case .personIsSelf: .personIsSelf
        case .taskNotOwed: .taskNotOwed
        case .inForceDateNotForStatus: .inForceDateNotForStatus
        case .statusUnreachable: .statusUnreachable
        case .taskContinued: .taskContinued
        case .taskEnded: .taskEnded
        case .alreadyPromised: .alreadyPromised
        case .beforeBaseline: .beforeBaseline
        case .dateInFuture: .dateInFuture
        case .nothingToTakeBack: .nothingToTakeBack
        case .reportTooEarly: .reportTooEarly
        case .noReportOwed: .noReportOwed
        case .commitmentNotOwn: .commitmentNotOwn
        case .commitmentSettled: .commitmentSettled
        case .commitmentOpen: .commitmentOpen
        case .councilReportsLater: .councilReportsLater
        case .notAGrant: .notAGrant
        case .trackClosed: .trackClosed
        case .regimeFixed: .regimeFixed
        case .regimeBegun: .regimeBegun
        case .regimeNotBegun: .regimeNotBegun
        case .prefixTaken: .prefixTaken
        case .bodyTaken: .bodyTaken
        case .appendOnly: .appendOnly
        case .idempotencyKeyReused: .idempotencyKeyReused
        case .schemaOlder: .schemaOlder
        case .schemaNewer: .schemaNewer
        case .schemaDefinitionsDiffer: .schemaDefinitionsDiffer
        case .schemaBeforeRelease: .schemaBeforeRelease
        case .superuserActing: .superuserActing
        }
    }
}
