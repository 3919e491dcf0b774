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
        case notAGrant = "not-a-grant"
        case appendOnly = "append-only"
        case idempotencyKeyReused = "idempotency-key-reused"
        case schemaOlder = "schema-older"
        case schemaNewer = "schema-newer"
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
        case .notAGrant: .notAGrant
        case .appendOnly: .appendOnly
        case .idempotencyKeyReused: .idempotencyKeyReused
        case .schemaOlder: .schemaOlder
        case .schemaNewer: .schemaNewer
        }
    }
}
