public import Postgres
public import SandboxDomain

/// The desk enters a summit with everything a file says of it, or nothing.
///
/// An import never changes an existing summit: a file that says the same changes nothing, one that says something else
/// is a conflict. What has become of commitments and councils since does not count as a difference.
public struct ImportSummit: Operation {
    /// The regime; nil for the only one that has summits, or the only one there is.
    public var regime: RegimeCode?
    let summit: SummitFile

    /// - Parameter summit: see ``SummitFile``.
    public init(_ summit: SummitFile) { self.summit = summit }

    /// What an import came to.
    public struct Imported: Sendable, Hashable {
        /// The number of the summit.
        public let number: Int
        /// Whether it was entered; else it was there with the same contents.
        public let isNew: Bool
        /// How many topics it has.
        public let topics: Int
        /// How many commitments were made.
        public let commitments: Int
    }

    /// - Throws: `Conflict` if the summit is there with other contents.
    public func perform(_ session: Session) throws -> Imported {
        _ = try Principal.current(session).required([.desk])
        try session.takeTurn("summit \(summit.number)")
        let outcome = Imported(
            number: summit.number, isNew: true, topics: summit.topics.count, commitments: summit.promises.count)
        if let there = try SummitStore.find(session, summit.number, of: SummitStore.regime(session, regime)) {
            let fields = differences(from: try contents(session, there))
            guard fields.isEmpty else { throw Conflict("\(summit.number)", fields: fields) }
            return Imported(
                number: outcome.number, isNew: false, topics: outcome.topics, commitments: outcome.commitments)
        }
        try enter(session)
        return outcome
    }

    private func enter(_ session: Session) throws {
        var act = ScheduleSummit(summit.number)
        (act.name, act.heldOn, act.place) = (summit.name, summit.heldOn, summit.place)
        (act.summary, act.source, act.regime) = (summit.summary, summit.source, regime)
        _ = try act.perform(session)
        let number = summit.number
        guard let there = try SummitStore.find(session, number, of: SummitStore.regime(session, regime)) else {
            throw NotFound(.summit, "\(number)")
        }
        _ = try SummitStore.insertParticipants(
            session, there, topic: nil, summit.participants, source: summit.source)
        for topic in summit.topics {
            let number = try SummitStore.insertTopic(
                session, there, topic.title, summary: topic.summary, source: topic.source)
            guard let id = try SummitStore.topic(session, there, number) else { continue }
            _ = try SummitStore.insertParticipants(session, there, topic: id, topic.participants, source: topic.source)
            guard let council = topic.council else { continue }
            try SummitStore.insertCouncil(
                session, topic: id, council, chair: topic.chair, members: topic.members, source: topic.source)
        }
        for point in summit.points {
            try SummitStore.insertPoint(
                session, there, topic: try SummitStore.topic(session, there, point.topic), point)
        }
        for promise in summit.promises {
            _ = try SummitStore.insertCommitment(
                session, there, topic: try SummitStore.topic(session, there, promise.topic), promise)
        }
    }

    /// What the register says of the summit, part by part in lines that can be compared.
    private func contents(_ session: Session, _ there: SummitStore.Facts) throws -> [String: String] {
        let detail = try SummitView(there.number).answer(session)
        let promises = try session.all(
            """
            SELECT concat_ws(' ', c.kind, c.owner, c.body, c.due, t.topic_no) FROM commitment AS c
            LEFT JOIN summit_topic AS t USING (summit_topic_id) WHERE c.summit_id = \(there.id) ORDER BY c.commitment_no
            """, as: String.self)
        let points = detail.points.map { point in
            [point.kind.rawValue, point.by, point.text, point.topic.map { "\($0)" }, point.caseFile?.description]
        }
        return [
            "name": there.name, "held_on": there.heldOn.description, "place": detail.summit.place ?? "",
            "summary": detail.summit.summary ?? "",
            "participants": detail.participants.sorted().joined(separator: "; "),
            "topics": detail.topics.map { Self.line($0.title, $0.participants, $0.council, $0.chair, $0.members) }
                .joined(separator: " / "),
            "raised": points.map { $0.compactMap(\.self).joined(separator: " ") }.sorted().joined(separator: " / "),
            "commitments": promises.joined(separator: " / "),
        ]
    }

    private func differences(from registered: [String: String]) -> [Conflict.Field] {
        let points = summit.points.map { point in
            [point.kind.rawValue, point.by, point.text, point.topic.map { "\($0)" }, point.caseFile?.description]
        }
        let promises = summit.promises.map { promise in
            [promise.kind.rawValue, promise.owner, promise.text, promise.due?.text, promise.topic.map { "\($0)" }]
        }
        let told: [String: String] = [
            "name": summit.name, "held_on": summit.heldOn.description, "place": summit.place ?? "",
            "summary": summit.summary ?? "", "participants": summit.participants.sorted().joined(separator: "; "),
            "topics": summit.topics.map { Self.line($0.title, $0.participants, $0.council, $0.chair, $0.members) }
                .joined(separator: " / "),
            "raised": points.map { $0.compactMap(\.self).joined(separator: " ") }.sorted().joined(separator: " / "),
            "commitments": promises.map { $0.compactMap(\.self).joined(separator: " ") }.joined(separator: " / "),
        ]
        return told.keys.sorted().filter { told[$0] != registered[$0] }.map {
            Conflict.Field($0, yours: told[$0], theirs: registered[$0])
        }
    }

    private static func line(
        _ title: String, _ participants: [String], _ council: String?, _ chair: String?, _ members: [String]
    ) -> String {
        ([title] + participants.sorted() + [council, chair].compactMap(\.self) + members.sorted()).joined(
            separator: " ")
    }
}
