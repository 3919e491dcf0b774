public import Postgres
public import SandboxDomain

/// One case with everything that belongs to it, as far as the acting person may see it.
public struct CaseView: Query, NeedsCurrentLapses {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> CaseDetail {
        let head = try session.first(
            """
            SELECT c.case_file_id, c.reference, c.regime, c.track, c.stage, authority_date(c.regime, c.stage_since),
                o.name, c.service_name, c.service_type, c.summary, c.reasons, c.period_from, c.period_to, c.period_months,
                c.closing_reason, c.origin, authority_time(c.filed_at, c.regime), authority_time(c.received_at, c.regime),
                c.version
            FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE \(reference.condition)
            """, CaseDetail.Head.init)
        guard let head else { throw NotFound(.caseFile, reference.description) }
        let id = head.id
        return CaseDetail(
            head: head,
            openTasks: try CaseDetail.OpenTask.list(session, id),
            exemptions: try CaseDetail.Exemption.list(session, id),
            sections: try CaseDetail.Section.list(session, id),
            participants: try CaseDetail.Participant.list(session, id),
            risks: try CaseDetail.Risk.list(session, id),
            stakeholders: try CaseDetail.Stakeholder.list(session, id),
            contact: try CaseDetail.Contact.find(session, id),
            deadlines: try DeadlineList.of(id).answer(session),
            supplements: try CaseDetail.Supplement.list(session, id),
            consultations: try ConsultationList.of(id).answer(session),
            agenda: try CaseDetail.AgendaEntry.list(session, id),
            mediations: try CaseDetail.Mediation.list(session, id),
            redeliberation: try CaseDetail.Redeliberation.find(session, id),
            fastTrack: try CaseDetail.Followed.precedent(session, id),
            departures: try CaseDetail.Followed.departures(session, id),
            precedents: try precedents(session, head),
            decision: try CaseDetail.Decision.find(session, id),
            dispositions: try DispositionStore.list(session, id),
            tasks: try CaseDetail.Task.list(session, id),
            origin: try CaseDetail.Origin.find(session, id))
    }

    /// What the desk should look at before the case is decided.
    private func precedents(_ session: Session, _ head: CaseDetail.Head) throws -> [Precedent] {
        guard [.received, .consulting].contains(head.stage), try Principal.current(session).role == .desk else {
            return []
        }
        var query = Precedents(head.reference)
        query.limit = 3
        return try query.answer(session)
    }
}

/// A case in full.
public struct CaseDetail: Sendable {
    /// The case file itself.
    public let head: Head
    /// Whom it waits for now, and with what.
    public let openTasks: [OpenTask]
    /// Per provision: what the law says, what is needed, how it is to be applied.
    public let exemptions: [Exemption]
    /// The filled sections of the form, in the form's order.
    public let sections: [Section]
    /// The members of a consortium.
    public let participants: [Participant]
    /// What could go wrong, and the answer to it.
    public let risks: [Risk]
    /// Whose interests are touched.
    public let stakeholders: [Stakeholder]
    /// Whom to contact; nil when there is none or the reader may not see it.
    public let contact: Contact?
    /// The legal periods that run or ran on it.
    public let deadlines: [DeadlineSummary]
    /// Requests for supplements and their answers.
    public let supplements: [Supplement]
    /// The rounds of consultation, with the opinions the reader may see.
    public let consultations: [ConsultationSummary]
    /// Its places on the agendas of committees.
    public let agenda: [AgendaEntry]
    /// Mediations of conflicts over it.
    public let mediations: [Mediation]
    /// The request to have its rejection deliberated again.
    public let redeliberation: Redeliberation?
    /// The earlier grant it is said to be the same as or similar to.
    public let fastTrack: Followed?
    /// The precedents that its decision does not follow.
    public let departures: [Followed]
    /// Earlier grants like it, best first: for the desk, before it is decided.
    public let precedents: [Precedent]
    /// The current decision.
    public let decision: Decision?
    /// What the authority did against a party, and the objections to it.
    public let dispositions: [Disposition]
    /// The reform tasks the case waits for.
    public let tasks: [Task]
    /// Where an imported case was found.
    public let origin: Origin?
}
