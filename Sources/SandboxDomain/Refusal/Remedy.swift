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
    /// Use the one that is there, or say that this is another organisation.
    case distinctOrganisation = "distinct-organisation"
    /// Correct the number, or use the organisation that has it.
    case otherNumber = "other-number"
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
}
