extension Refusal {
    /// What would make the refused act possible.
    public enum Remedy: String, Coded {
        /// Act at the right stage, if the case still comes to it.
        case rightStage = "right-stage"
        /// Answer a supplement, or ask to be asked for one: what was filed is not edited.
        case supplement
        /// Attach the named papers.
        case attachPapers = "attach-papers"
        /// Fill in the named parts.
        case completeFields = "complete-fields"
        /// Give a reason.
        case giveReason = "give-reason"
        /// Attach another file.
        case otherFile = "other-file"
        /// Answer the open supplements.
        case answerSupplement = "answer-supplement"
        /// Wait for the named ministries, or return the case.
        case awaitReplies = "await-replies"
        /// Have the desk send a (new) round of consultation.
        case sendConsultation = "send-consultation"
        /// Choose one of those known.
        case chooseKnown = "choose-known"
        /// Name the conditions, or choose the value without.
        case nameConditions = "name-conditions"
        /// Leave the conditions out, or choose the value with.
        case dropConditions = "drop-conditions"
        /// Say what each condition is for and how one sees that it is met.
        case completeConditions = "complete-conditions"
        /// Compose the session as named.
        case composeLawfully = "compose-lawfully"
        /// Table it at a later session.
        case laterSession = "later-session"
        /// Freeze the agenda.
        case freezeAgenda = "freeze-agenda"
        /// Table the case.
        case tableCase = "table-case"
        /// Name a precedent.
        case namePrecedent = "name-precedent"
        /// Defer the item to a later session.
        case deferItem = "defer-item"
        /// Hand in an insurance, and have it confirmed.
        case insureGrant = "insure-grant"
        /// Have the conditions confirmed.
        case confirmConditions = "confirm-conditions"
        /// Hold a hearing.
        case holdHearing = "hold-hearing"
        /// File a case of the other track.
        case fileOtherTrack = "file-other-track"
        /// Give a date within the bounds.
        case otherDate = "other-date"
        /// Name a fitting organisation.
        case fittingOrganisation = "fitting-organisation"
        /// Choose another name.
        case otherName = "other-name"
        /// Ask the desk, or the ministries named.
        case askDesk = "ask-desk"
        /// Leave the date out, or choose a status that has one.
        case dropDate = "drop-date"
        /// Contest the lapse.
        case contest
        /// Have the desk resolve the lapse that is contested.
        case awaitResolution = "await-resolution"
        /// Extend by less.
        case shorterExtension = "shorter-extension"
        /// End the stop first.
        case resumeFirst = "resume-first"
        /// Name the paper.
        case namePaper = "name-paper"
        /// Undo the other stop, or choose other days.
        case otherDays = "other-days"
        /// Ask an operator.
        case askOperator = "ask-operator"
        /// Use a new key, or repeat the first call unchanged.
        case newKey = "new-key"
        /// Make a new database.
        case newDatabase = "new-database"
        /// Bring the database up to date.
        case migrate
        /// Bring the program up to date.
        case updateProgram = "update-program"
        /// Nothing.
        case none
    }

    /// What would make the refused act possible.
    public var remedy: Remedy {
        switch self {
        case .wrongStage(_, let allowed): allowed.isEmpty ? .none : .rightStage
        case .draftOnly, .attachmentNotEditable: .supplement
        case .papersMissing: .attachPapers
        case .fieldsMissing, .proposalIncomplete: .completeFields
        case .reasonRequired: .giveReason
        case .attachmentTooLarge, .attachmentEmpty: .otherFile
        case .supplementOpen: .answerSupplement
        case .consultationOpen, .roundOpen: .awaitReplies
        case .consultationMissing, .alreadyReplied, .ministryNotConsulted: .sendConsultation
        case .opinionNotForTrack, .outcomeNotForTrack, .stopCauseUnknown: .chooseKnown
        case .conditionsRequired: .nameConditions
        case .conditionsNotAllowed: .dropConditions
        case .decisionDateOutside, .dateOutside: .otherDate
        case .replyLapsed, .lapseNotContested: .contest
        case .lapseContested, .lapseOpen: .awaitResolution
        case .extensionTooLong: .shorterExtension
        case .clockStopped: .resumeFirst
        case .stopPaperRequired: .namePaper
        case .stopsOverlap: .otherDays
        case .committee(let refusal): refusal.remedy
        case .beforeBaseline, .dateInFuture, .regimeNotBegun: .otherDate
        case .condition(let refusal): refusal.remedy
        case .grant(let refusal): refusal.remedy
        case .organisationKind, .organisationRequired, .organisationClosed, .notAMinistry: .fittingOrganisation
        case .organisationExists, .personExists, .personIsAdministrator, .prefixTaken, .bodyTaken:
            .otherName
        case .personDisabled, .personIsSelf: .askOperator
        case .taskNotOwed, .clockNotOwed, .commitmentNotOwn: .askDesk
        case .inForceDateNotForStatus: .dropDate
        case .idempotencyKeyReused: .newKey
        case .schemaOlder, .schemaDefinitionsDiffer: .migrate
        case .schemaBeforeRelease: .newDatabase
        case .superuserActing: .askOperator
        case .schemaNewer: .updateProgram
        case .supplementNoneOpen, .alreadyAnswered, .alreadyDecided, .appendOnly, .alreadyNotified, .lapseMissing,
            .clockEnded, .extensionNotInRule, .extensionUsedUp, .extensionTooLate, .clockNotStopped, .stopUndone,
            .trackClosed, .regimeFixed, .noFastTrack, .notAGrant, .objection, .regimeBegun:
            .none
        case .alreadyPromised, .statusUnreachable, .taskContinued, .taskEnded, .nothingToTakeBack, .reportTooEarly,
            .noReportOwed:
            .none
        case .commitmentSettled, .commitmentOpen, .councilReportsLater: .none
        }
    }

    /// The articles that stand behind the refusal, as reference data names them, each once.
    public var basis: [String] {
        var articles: [String] = []
        for gap in gaps where !articles.contains(gap.basis) { articles.append(gap.basis) }
        return articles
    }

    /// Everything a proposal lacks, fields first; empty for any other refusal.
    public var gaps: [Gap] {
        switch self {
        case .papersMissing(let gaps), .fieldsMissing(let gaps): gaps
        case .proposalIncomplete(let papers, let fields): fields + papers
        default: []
        }
    }
}
