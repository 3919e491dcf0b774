public import Postgres
public import SandboxDomain

/// Every case file the acting person may see, a row each, for spreadsheets and statistics.
public struct CaseExport: RowQuery {
    /// Only those whose stage changed on this day or later, on the authority's calendar.
    public var changedSince: CivilDate?

    /// Everything visible.
    public init() {}

    /// Hands on the rows, in the order the cases were entered.
    public func forEach(_ session: Session, _ body: (ExportedCase) throws -> Void) throws {
        try session.stream(.embedded("case_export", binding: changedSince), ExportedCase.init, body)
    }
}

/// A case file as one row.
public struct ExportedCase: Sendable {
    /// The reference.
    public let reference: CaseReference
    /// The track.
    public let track: TrackCode
    /// The stage.
    public let stage: Stage
    /// The day the case came to its stage.
    public let stageSince: CivilDate
    /// The company.
    public let company: String
    /// The service the exemption is for.
    public let service: String
    /// `filed` or `import`.
    public let origin: String
    /// The day of filing; of an imported case in the words of its source.
    public let filed: String?
    /// The day the desk took it up.
    public let receivedOn: CivilDate?
    /// The decision, if there is one.
    public let outcome: DecisionOutcome?
    /// The day of the decision.
    public let decidedOn: CivilDate?
    /// The committee session.
    public let session: String?
    /// Why it was decided, returned or withdrawn.
    public let reason: String?
    /// The conditions of the grant.
    public let conditions: [String]
    /// The laws in the way, with their articles.
    public let laws: [String]
    /// The ministries consulted; of an imported case those its source names.
    public let ministries: [String]
    /// Their opinions as far as the reader may see them, e.g. `문화체육관광부: agree`.
    public let opinions: [String]
    /// Whom the case waits for.
    public let waitingOn: [WaitingOn]
    /// The reform tasks it waits for, e.g. `ai-2020/P05`.
    public let tasks: [String]
    /// Where an imported case was found.
    public let source: String?

    init(
        id: CaseFileID, number: String?, track: TrackCode, stage: Stage, since: CivilDate, company: String,
        service: String, origin: String, filed: String?, receivedOn: CivilDate?, outcome: DecisionOutcome?,
        decidedOn: CivilDate?, session: String?, reason: String?, conditions: [String], laws: [String],
        ministries: [String], opinions: [String], waitingOn: [WaitingOn], tasks: [String], source: String?
    ) {
        reference = CaseReference(number: number, id)
        (self.track, self.stage, stageSince, self.company, self.service) = (track, stage, since, company, service)
        (self.origin, self.filed, self.receivedOn, self.outcome) = (origin, filed, receivedOn, outcome)
        (self.decidedOn, self.session, self.reason, self.conditions) = (decidedOn, session, reason, conditions)
        (self.laws, self.ministries, self.opinions) = (laws, ministries, opinions)
        (self.waitingOn, self.tasks, self.source) = (waitingOn, tasks, source)
    }
}
