public import Postgres
public import SandboxDomain

/// The agenda of a meeting with everything the committee is given to read about its cases.
public struct AgendaPack: Query {
    let reference: MeetingReference
    /// How many precedents a case is shown with.
    public var precedents = 5

    /// - Parameter reference: a meeting.
    public init(_ reference: MeetingReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> AgendaDocument {
        _ = try Principal.current(session).required([.desk, .analyst, .auditor])
        let detail = try MeetingView(reference).answer(session)
        let items = try detail.items.map { item in
            var earlier = Precedents(item.reference)
            earlier.limit = precedents
            var view = try CaseView(item.reference).answer(session)
            // What was called off or taken back is in no official paper.
            view.consultations.removeAll { $0.recallReason != nil }
            view.supplements.removeAll { $0.ending == .recalled }
            return AgendaDocument.Item(
                item: item, view: view,
                conditions: try proposed(session, item.reference), precedents: try earlier.answer(session))
        }
        return AgendaDocument(meeting: detail, items: items)
    }

    /// What was tabled at this meeting, whether the item is open or not.
    private func proposed(_ session: Session, _ item: CaseReference) throws -> [ProposedCondition] {
        let subject = try CaseFileStore.get(session, item)
        return try session.all(
            """
            SELECT n.phase, n.text, o.name, n.basis, n.purpose, n.evidence, n.due, n.responsible
            FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
            JOIN meeting AS s USING (meeting_id)
            LEFT JOIN organisation AS o ON o.organisation_id = n.asked_by_id
            WHERE i.case_file_id = \(subject.id) AND s.committee = \(reference.committee) AND s.meeting_no = \(Int64(reference.number))
            ORDER BY n.condition_no
            """, ProposedCondition.init)
    }
}

/// An agenda to read.
public struct AgendaDocument: Sendable {
    /// The meeting.
    public let meeting: MeetingDetail
    /// Its items, in order.
    public let items: [Item]

    /// A case on the agenda.
    public struct Item: Sendable {
        /// Its place.
        public let item: MeetingDetail.Item
        /// The case.
        public let view: CaseDetail
        /// The conditions proposed.
        public let conditions: [ProposedCondition]
        /// Earlier grants like it.
        public let precedents: [Precedent]
    }
}
