/// What would help: what would make a refused act possible, or show what a limit left out.
///
/// The sentence for it is a business of presentation; the command line adds its command, a page would add a link.
public enum Remedy: String, StableCode {
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
    /// Wait for the answers, take the requests back, or close those whose period has gone by.
    case awaitAnswers = "await-answers"
    /// Say which one is meant.
    case nameNumber = "name-number"
    /// Take the request back.
    case recallSupplement = "recall-supplement"
    /// Ask the body that asked to take it back.
    case askAsker = "ask-asker"
    /// Wait until that day has gone by.
    case awaitDay = "await-day"
    /// Wait for the named ministries, remind them, call off what went to the wrong one, or enter what came on paper.
    case awaitReplies = "await-replies"
    /// Wait for the replies to the change, or refuse it.
    case awaitChangeReplies = "await-change-replies"
    /// Leave out those that have been asked already.
    case leaveOut = "leave-out"
    /// Ask the ministries, or say why not.
    case askOrOmit = "ask-or-omit"
    /// Say the number of the document and the day it arrived.
    case nameDocument = "name-document"
    /// File it once more on purpose.
    case fileAgain = "file-again"
    /// Decide with the conditions, or say why without.
    case keepConditions = "keep-conditions"
    /// Put a clerical error right beside the decision.
    case correctDecision = "correct-decision"
    /// Put a vote right that was recorded wrongly.
    case correctVote = "correct-vote"
    /// Record the vote first.
    case castVote = "cast-vote"
    /// Open the agenda again, or table it at a later meeting.
    case reopenAgenda = "reopen-agenda"
    /// Choose another number.
    case otherNumber = "other-number"
    /// Let the person log in again.
    case enablePerson = "enable-person"
    /// Ask another operator.
    case otherOperator = "other-operator"
    /// Have the desk send a (new) round of consultation.
    case sendConsultation = "send-consultation"
    /// Have the desk ask anew, or take back what it entered wrongly from a document.
    case replyAgain = "reply-again"
    /// Have the desk take back what it entered wrongly from a document.
    case recallAnswer = "recall-answer"
    /// Take the ruling on the evidence back.
    case recallEvidenceRuling = "recall-evidence-ruling"
    /// Take the answer to the objection back.
    case recallObjectionRuling = "recall-objection-ruling"
    /// Take the earlier act back, if it was entered by mistake.
    case recallAct = "recall-act"
    /// Choose one of those known.
    case chooseKnown = "choose-known"
    /// Name the conditions, or choose the value without.
    case nameConditions = "name-conditions"
    /// Leave the conditions out, or choose the value with.
    case dropConditions = "drop-conditions"
    /// Say what each condition is for and how to tell that it is met.
    case completeConditions = "complete-conditions"
    /// Compose the meeting as named.
    case composeLawfully = "compose-lawfully"
    /// Table it at a later meeting.
    case laterMeeting = "later-meeting"
    /// Freeze the agenda.
    case freezeAgenda = "freeze-agenda"
    /// Vote and decide on the day of the meeting or later.
    case awaitMeeting = "await-meeting"
    /// Table the case.
    case tableCase = "table-case"
    /// Name a precedent.
    case namePrecedent = "name-precedent"
    /// Defer the item to a later meeting.
    case deferItem = "defer-item"
    /// Hand in an insurance, and have it confirmed.
    case insureGrant = "insure-grant"
    /// Have the conditions confirmed.
    case confirmConditions = "confirm-conditions"
    /// File the evidence, or have the desk waive it.
    case submitEvidence = "submit-evidence"
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
    /// Use the organisation that is there, or edit it.
    case useExisting = "use-existing"
    /// Use the one that is there, or say that this is another organisation.
    case distinctOrganisation = "distinct-organisation"
    /// Correct the number, or use the organisation that has it.
    case otherRegistrationNumber = "other-registration-number"
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
    /// Give the regime the words of such a paper.
    case completeRegime = "complete-regime"
    /// Say what the office prints under its papers.
    case stateOffice = "state-office"
    /// Say how to reach whoever is in charge.
    case stateOfficial = "state-official"
    /// Say what the register does not know.
    case stateFacts = "state-facts"
    /// Say what the office prints under its papers, and with the paper what else the register does not know.
    case stateOfficeAndFacts = "state-office-and-facts"
    /// Leave it to the desk of the authority named, or look at what is your own.
    case otherAuthority = "other-authority"
    /// Name another person of the same organisation.
    case nameColleague = "name-colleague"
    /// End the absence that is stated.
    case endAbsence = "end-absence"
    /// Ask an operator.
    case askOperator = "ask-operator"
    /// Use a new key, or repeat the first call unchanged.
    case newKey = "new-key"
    /// Say the other date as a forecast.
    case forecast
    /// Raise the limit, or lift it.
    case raiseLimit = "raise-limit"
    /// Make a new database.
    case newDatabase = "new-database"
    /// Bring the database up to date.
    case migrate
    /// Bring the program up to date.
    case updateProgram = "update-program"

    /// The group roles that can do it by themselves. A remedy is told to nobody else: a test walks all refusals.
    public var takers: [GroupRole] {
        switch self {
        case .attachPapers, .completeFields, .supplement, .fileAgain, .insureGrant, .fileOtherTrack, .confirmConditions:
            [.company]
        case .awaitAnswers, .awaitReplies, .leaveOut, .askOrOmit, .nameDocument, .keepConditions, .correctDecision,
            .correctVote, .castVote, .reopenAgenda, .otherNumber, .composeLawfully, .laterMeeting, .freezeAgenda,
            .awaitMeeting, .tableCase, .namePrecedent, .deferItem, .holdHearing, .completeConditions, .resumeFirst,
            .otherDays, .namePaper, .awaitDay, .awaitChangeReplies, .recallEvidenceRuling, .recallObjectionRuling:
            [.desk]
        case .contest, .recallSupplement: [.desk, .ministry]
        case .recallAct: [.company, .ministry, .desk]
        case .otherOperator, .enablePerson, .newDatabase, .migrate: [.operator]
        default: GroupRole.allCases
        }
    }
}
