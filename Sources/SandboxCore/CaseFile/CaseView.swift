public import Postgres
public import SandboxDomain

/// One case with everything that belongs to it, as far as the acting person may see it.
public struct CaseView: Query, NeedsCurrentLapses {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> CaseDetail {
        let reader = session.ask(Reader.statement)
        guard let head = try session.get(CaseDetail.Head.of(reference)) else {
            throw NotFound(.caseFile, reference.description)
        }
        return try answer(session, head, try reader.get())
    }

    /// Everything below the case itself, in one round trip.
    private func answer(_ session: Session, _ head: CaseDetail.Head, _ reader: Reader) throws -> CaseDetail {
        let id = head.id
        let openTasks = session.ask(CaseDetail.OpenTask.of(id))
        let exemptions = session.ask(CaseDetail.Exemption.of(id))
        let sections = session.ask(CaseDetail.Section.of(id))
        let participants = session.ask(CaseDetail.Participant.of(id))
        let risks = session.ask(CaseDetail.Risk.of(id))
        let stakeholders = session.ask(CaseDetail.Stakeholder.of(id))
        let notes = reader.seesNotes ? session.ask(CaseDetail.Note.of(id)) : nil
        let isWork = reader.role.map(GroupRole.withWork.contains) ?? false
        let assignment = isWork ? session.ask(CaseDetail.Assignment.of(id)) : nil
        let contact = reader.seesContact ? session.ask(CaseDetail.Contact.of(id)) : nil
        let deadlines = session.ask(DeadlineList.of(id))
        let supplements = session.ask(CaseDetail.Supplement.of(id))
        let consultations = session.ask(ConsultationList.of(id))
        let agenda = session.ask(CaseDetail.AgendaEntry.of(id))
        let mediations = session.ask(CaseDetail.Mediation.of(id))
        let redeliberation = session.ask(CaseDetail.Redeliberation.of(id))
        let fastTrack = session.ask(CaseDetail.Followed.precedent(of: id))
        let departures = session.ask(CaseDetail.Followed.departures(of: id))
        // What the desk should look at before the case is decided.
        let isForDesk = reader.role == .desk && [.received, .consulting].contains(head.stage)
        let precedents = isForDesk ? session.ask(Precedents.of(id, limit: 3)) : nil
        let decision = session.ask(CaseDetail.Decision.of(id))
        let conditions = session.ask(CaseDetail.Condition.of(id))
        let corrections = session.ask(Correction.of(id))
        let recalled = session.ask(RecalledEntry.of(id))
        let dispositions = session.ask(DispositionStore.of(id))
        let papers = session.ask(PaperRow.of(id))
        let tasks = session.ask(CaseDetail.Task.of(id))
        let origin = session.ask(CaseDetail.Origin.of(id))
        return CaseDetail(
            head: head, assignment: try assignment?.get() ?? nil, notes: try notes?.get() ?? [],
            openTasks: try openTasks.get(), exemptions: try exemptions.get(), sections: try sections.get(),
            participants: try participants.get(), risks: try risks.get(), stakeholders: try stakeholders.get(),
            contact: try contact?.get() ?? nil, deadlines: try deadlines.get(), supplements: try supplements.get(),
            consultations: try consultations.get(), agenda: try agenda.get(), mediations: try mediations.get(),
            redeliberation: try redeliberation.get(), fastTrack: try fastTrack.get(), departures: try departures.get(),
            precedents: try precedents?.get() ?? [], decision: try decision.get()?.with(try conditions.get()),
            corrections: try corrections.get(), recalled: try recalled.get(), dispositions: try dispositions.get(),
            papers: try papers.get(),
            tasks: try tasks.get(),
            origin: try origin.get())
    }

    /// Who reads, as far as it decides what is asked for.
    private struct Reader {
        let role: GroupRole?
        let seesContact: Bool
        let seesNotes: Bool

        static var statement: Statement<Reader> {
            .one(
                "SELECT acting_group(), \(CaseDetail.Contact.mayBeSeen), \(CaseDetail.Note.mayBeSeen)", Reader.init)
        }
    }
}

/// A case in full.
public struct CaseDetail: Sendable {
    /// The case file itself.
    public let head: Head
    /// Who works on it for the reader's organisation; nil: nobody in particular, or nobody the reader may know of.
    public let assignment: Assignment?
    /// What the reader's colleagues noted on it; the auditor reads everybody's.
    public let notes: [Note]
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
    public internal(set) var supplements: [Supplement]
    /// The rounds of consultation, with the opinions the reader may see.
    public internal(set) var consultations: [ConsultationSummary]
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
    /// What was put right of the decision or of its minutes.
    public let corrections: [Correction]
    /// What was entered by mistake and taken back.
    public let recalled: [RecalledEntry]
    /// What the authority did against a party, and the objections to it.
    public let dispositions: [Disposition]
    /// The official papers that were issued about it, in their order.
    public let papers: [PaperRow]
    /// The reform tasks the case waits for.
    public let tasks: [Task]
    /// Where an imported case was found.
    public let origin: Origin?
}
