/// A rule said no. Nothing was changed.
///
/// Every case is one rule; ``code`` is its stable name, ``remedy`` what would make the act possible, and the associated
/// values are what a sentence about it needs. Wording is the business of presentation, which switches over the cases.
/// Texts among the values (names of ministries, papers, articles) come from reference data and are shown as they are.
public enum Refusal: Error, Hashable, Sendable {
    // The course of a case file.
    /// The act is not possible at the stage the case is in; `allowed` are those at which it is, in their order.
    case wrongStage(Stage, allowed: [Stage])
    /// Only a draft can be edited; what was filed stays as it was filed.
    case draftOnly(Stage)
    /// Papers are missing that the Decree demands (Decree 39①, 40①, 42의4①).
    case papersMissing([Gap])
    /// Parts of the form are empty that must be filled in (Rule, forms 9, 11, 13).
    case fieldsMissing([Gap])
    /// Both papers and parts of the form are missing.
    case proposalIncomplete(papers: [Gap], fields: [Gap])
    /// Returning and withdrawing, rejecting and most opinions need a reason (Decree 40③, 42의4③).
    case reasonRequired

    // Papers.
    /// A file larger than `limit` bytes.
    case attachmentTooLarge(name: String, size: Int, limit: Int)
    /// A file without content.
    case attachmentEmpty(name: String)
    /// Papers are attached and removed in a draft, and attached to answer a supplement (보완); not now.
    case attachmentNotEditable(Stage)

    // Supplements (보완: Decree 39②, 40②, 42의4②).
    /// The supplements of these numbers are not answered yet.
    case supplementOpen([Int])
    /// There is no open request for a supplement to answer.
    case supplementNoneOpen
    /// The supplement of this number has been answered.
    case alreadyAnswered(Int)

    // Consultation (관계부처 협의: Act 36②③, 37③④, 38의2⑤).
    /// These ministries have not replied yet.
    case consultationOpen([String])
    /// The acting ministry has no open round of consultation on this case.
    case consultationMissing
    /// A round with this ministry is open: the next begins when it has replied.
    case roundOpen(ministry: String, round: Int)
    /// This round has been replied to; a reply is not changed, a new round may be sent.
    case alreadyReplied(round: Int)
    /// Only a public body is consulted, and this is none.
    case notAMinistry(String)
    /// This track does not know that opinion.
    case opinionNotForTrack(Opinion, TrackCode, known: [Opinion])

    // Decision (의결).
    /// A grant needs the reply of at least one ministry (Act 37③, 38의2⑤).
    case ministryNotConsulted
    /// This track does not know that outcome.
    case outcomeNotForTrack(DecisionOutcome, TrackCode, known: [DecisionOutcome])
    /// An opinion or outcome "with conditions" without any.
    case conditionsRequired
    /// Conditions with an opinion or outcome that takes none.
    case conditionsNotAllowed
    /// A decision dated before the filing or in the future.
    case decisionDateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)
    /// The case has its decision; neither it nor its conditions are added to.
    case alreadyDecided

    // Notices, clocks and lapses (기한).
    /// The ministry was told of the consultation on that day; its period runs from then.
    case alreadyNotified(CivilDate)
    /// A day that does not fit what it is about.
    case dateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)
    /// The period for the reply ended on that day in silence, and the law says what silence means (Act 36③).
    case replyLapsed(CivilDate)
    /// The lapse has been contested; it is contested once.
    case lapseContested
    /// Nothing is decided while a lapse is contested.
    case lapseOpen([String])
    /// The law gives this track no shorter period for same-or-similar cases (Act 37④, 38의2⑦).
    case noFastTrack(TrackCode)
    /// No lapse is recorded for this ministry on this case.
    case lapseMissing(String)
    /// Only a lapse that is contested, and not resolved yet, is resolved.
    case lapseNotContested
    /// The clock has ended: nothing stops or extends it any more.
    case clockEnded(CivilDate)
    /// The rule knows no extension.
    case extensionNotInRule(basis: String)
    /// The period has been extended as often as the rule allows.
    case extensionUsedUp(Int)
    /// The rule allows an extension of so many days, months or years at most.
    case extensionTooLong(most: Int, PeriodUnit)
    /// A period is extended before it ends, and it ended on that day.
    case extensionTooLate(CivilDate)
    /// Who owes the act extends its period; the organisation, nil for the lead authority.
    case clockNotOwed(String?)
    /// That cause does not stop this clock; these do.
    case stopCauseUnknown(StopCause, known: [StopCause])
    /// The clock is stopped since that day; one stop at a time.
    case clockStopped(CivilDate)
    /// The clock is not stopped by anything that can be ended by hand.
    case clockNotStopped
    /// A stop names the paper it rests on.
    case stopPaperRequired
    /// Another stop has left out some of those days already.
    case stopsOverlap
    /// The stop has been undone.
    case stopUndone(Int)
    // The committee: sessions, agendas, votes, re-deliberation, precedents.
    /// A rule of the committee.
    case committee(CommitteeRefusal)
    /// A rule for conditions.
    case condition(ConditionRefusal)
    /// A rule of objections.
    case objection(ObjectionRefusal)
    // The grant and its life.
    /// A rule of grants.
    case grant(GrantRefusal)

    // Organisations and persons.
    /// A company's person belongs to a company, a ministry's to a public body, the desk's to the lead authority.
    case organisationKind(GroupRole, OrganisationKind)
    /// Companies, ministries and the desk act for an organisation; none was named.
    case organisationRequired(GroupRole)
    /// An organisation of that name exists.
    case organisationExists(String)
    /// The organisation is closed: no new persons, no new consultations.
    case organisationClosed(String)
    /// A person of that login exists.
    case personExists(String)
    /// The PostgreSQL role of that name has administrative rights and cannot act for anybody.
    case personIsAdministrator(String)
    /// The person is disabled.
    case personDisabled(String)
    /// Nobody disables themselves.
    case personIsSelf

    // The law roadmap.
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
    /// What was said before the first promise is not put behind it.
    case beforeBaseline(CivilDate)
    /// What happened or was said did not happen in the future.
    case dateInFuture(CivilDate)
    /// Nothing was said that could be taken back.
    case nothingToTakeBack
    /// A report on a task is given from a certain day on.
    case reportTooEarly(CivilDate)
    /// The acting ministry owes no report on that task.
    case noReportOwed

    // Summits.
    /// Only the one named, who promised it or chairs the council, or the desk, says what became of it.
    case commitmentNotOwn(String)
    /// The commitment is settled, and is reopened before anything else is said of it.
    case commitmentSettled
    /// The commitment is open.
    case commitmentOpen
    /// A council reports to a later summit than the one it was set up at.
    case councilReportsLater

    // The public register.
    /// Only a grant stands in the public register, so only of a grant is there something to withhold.
    case notAGrant(CaseReference)

    // Regimes.
    /// The regime no longer has this track: nothing is drafted or filed in it.
    case trackClosed(TrackCode)
    /// What stands in numbers and dates that were given stays as it is; the place in the file, and both values.
    case regimeFixed(String, from: String, to: String)
    /// The regime's period that this event starts has begun: it was recorded for that day.
    case regimeBegun(CivilDate)
    /// The regime's period that this event ends has not begun by that day.
    case regimeNotBegun
    /// Numbers of another regime's cases or certificates begin with that prefix.
    case prefixTaken(String, by: RegimeCode)
    /// A committee of another regime has that code.
    case bodyTaken(String, by: RegimeCode)

    // The machinery.
    /// The event log is append-only for everyone.
    case appendOnly
    /// This idempotency key was used for another act or other contents.
    case idempotencyKeyReused(String)
    /// The database is older than the program; versions are migration numbers.
    case schemaOlder(database: Int, program: Int)
    /// The database is newer than the program; versions are migration numbers.
    case schemaNewer(database: Int, program: Int)
    /// The versions are the same, but the functions, views and policies of the database are not this program's.
    case schemaDefinitionsDiffer
    /// The database was made by a version before the first release.
    case schemaBeforeRelease
    /// A service that logs in as a superuser acts for nobody: it could be anybody.
    case superuserActing
}

/// One thing a proposal lacks.
public struct Gap: Hashable, Sendable {
    /// Paper, section, plain field or part of an exemption.
    public let kind: Kind
    /// Its code: of a paper or section, or the field's name in the proposal file, e.g. `exemptions.2.application`.
    public let code: String
    /// What the regime calls a paper or section, in Korean; nil for what the program names itself.
    public let korean: String?
    /// The same in English.
    public let english: String?
    /// The article that demands it, from reference data.
    public let basis: String

    /// What kind of thing a proposal can lack.
    public enum Kind: String, Coded {
        /// A plain field, e.g. the summary.
        case field
        /// A section of the form.
        case section
        /// A provision, or a part of one: what is needed, how it is to be applied, what is asked.
        case exemption
        /// A paper to attach.
        case paper
    }

    /// A gap; papers and sections as the regime names them.
    public init(_ kind: Kind, _ code: String, korean: String? = nil, english: String? = nil, basis: String) {
        self.kind = kind
        self.code = code
        self.korean = korean
        self.english = english
        self.basis = basis
    }
}
