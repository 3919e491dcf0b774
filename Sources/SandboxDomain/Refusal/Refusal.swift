/// A rule said no. Nothing was changed.
///
/// Every case is one rule, or one of a part of the law. ``code`` is its stable name, ``remedy`` what would make the act
/// possible, and the associated values are what a sentence about it needs. A new rule needs a case in its group, with
/// its code beside it; a sentence in both languages; a guard in SQL whose name ends with the code; and a test.
/// Presentation switches over the cases to word them.
/// Texts among the values (names of ministries, papers, articles) come from reference data and are shown as they are.
public enum Refusal: Error, Hashable, Sendable {
    // Rules that every part of the law has.
    /// The act is not possible at the stage the case is in; `allowed` are those at which it is, in their order.
    case wrongStage(Stage, allowed: [Stage])
    /// Returning and withdrawing, rejecting and most opinions need a reason (Decree 40③, 42의4③).
    case reasonRequired
    /// A day that does not fit what it is about.
    case dateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)
    /// What happened or was said did not happen in the future.
    case dateInFuture(CivilDate)
    /// The event log is append-only for everyone.
    case appendOnly

    // The parts of the law.
    /// The course of a case, its form, papers and supplements.
    case caseFile(CaseFileRefusal)
    /// Consultation, and what its silence means.
    case consultation(ConsultationRefusal)
    /// The committee: its meetings, agendas and votes.
    case committee(CommitteeRefusal)
    /// The decision.
    case decision(DecisionRefusal)
    /// Conditions.
    case condition(ConditionRefusal)
    /// The grant and its life.
    case grant(GrantRefusal)
    /// Objections.
    case objection(ObjectionRefusal)
    /// Taking back what was entered by mistake.
    case recall(RecallRefusal)
    /// Official papers.
    case paper(PaperRefusal)
    /// Periods.
    case deadline(DeadlineRefusal)
    /// Organisations and persons.
    case organisation(OrganisationRefusal)
    /// How an organisation divides its work.
    case office(OfficeRefusal)
    /// The law roadmap.
    case roadmap(RoadmapRefusal)
    /// Summits.
    case summit(SummitRefusal)
    /// Regimes.
    case regime(RegimeRefusal)

    // The machinery.
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
    public enum Kind: String, StableCode {
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
