public import Postgres
public import SandboxDomain

/// The desk plans a summit, or corrects what is known of one.
public struct ScheduleSummit: Operation {
    /// The day it is held; required for a new one.
    public var heldOn: CivilDate?
    /// What it is called; required for a new one.
    public var name: String?
    /// Where it is held.
    public var place: String?
    /// What it came to.
    public var summary: String?
    /// Where it is written.
    public var source: String?
    /// The regime; nil for the only one that has summits, or the only one there is.
    public var regime: RegimeCode?
    let number: Int

    /// - Parameter number: the first is 1.
    public init(_ number: Int) { self.number = number }

    /// What a summit is known by.
    public struct Scheduled: Sendable, Hashable {
        /// Its number.
        public let number: Int
        /// What it is called.
        public let name: String
        /// The day.
        public let heldOn: CivilDate
        /// Whether it was new.
        public let isNew: Bool
    }

    public func perform(_ session: Session) throws -> Scheduled {
        _ = try Principal.current(session).required([.desk])
        try session.takeTurn("summit \(number)")
        let regime = try SummitStore.regime(session, regime)
        if let there = try SummitStore.find(session, number, of: regime) {
            let now = try session.one(
                """
                UPDATE summit SET name = coalesce(\(name.map(normalised)), name), held_on = coalesce(\(heldOn), held_on),
                    place = coalesce(\(place.map(normalised)), place),
                    summary = coalesce(\(summary.map(normalised)), summary),
                    source = coalesce(\(source.map(normalised)), source)
                WHERE summit_id = \(there.id) RETURNING summit_id, summit_no, name, held_on
                """, SummitStore.Facts.init)
            return Scheduled(number: number, name: now.name, heldOn: now.heldOn, isNew: false)
        }
        guard let name else { throw BadInput(.missingValue, field: .name) }
        guard let heldOn else { throw BadInput(.missingValue, field: .on) }
        try session.execute(
            """
            INSERT INTO summit (regime, summit_no, name, held_on, place, summary, source)
            VALUES (\(regime), \(number), \(normalised(name)), \(heldOn), \(place.map(normalised)),
                \(summary.map(normalised)), \(source.map(normalised)))
            """)
        return Scheduled(number: number, name: normalised(name), heldOn: heldOn, isNew: true)
    }
}

/// The desk enters a topic of a summit; returns its number.
public struct AddTopic: Operation {
    /// What was talked about.
    public var summary: String?
    /// Where it is written.
    public var source: String?
    let summit: Int
    let title: String

    /// A topic after the others.
    public init(_ summit: Int, title: String) { (self.summit, self.title) = (summit, title) }

    public func perform(_ session: Session) throws -> Int {
        _ = try Principal.current(session).required([.desk])
        let summit = try SummitStore.get(session, summit)
        try SummitStore.lock(session, summit)
        return try SummitStore.insertTopic(
            session, summit, normalised(title), summary: summary.map(normalised), source: source.map(normalised))
    }
}

/// The desk enters who takes part in a summit, or in one of its topics; returns those who were new.
public struct AddParticipants: Operation {
    /// Where it is written.
    public var source: String?
    let summit: Int
    let topic: Int?
    let names: [String]

    /// - Parameter topic: its number; nil for the summit as a whole.
    public init(_ summit: Int, topic: Int?, _ names: [String]) {
        (self.summit, self.topic, self.names) = (summit, topic, names)
    }

    public func perform(_ session: Session) throws -> [String] {
        _ = try Principal.current(session).required([.desk])
        let summit = try SummitStore.get(session, summit)
        let new = try SummitStore.insertParticipants(
            session, summit, topic: try SummitStore.topic(session, summit, topic), names.map(normalised),
            source: source.map(normalised))
        return names.map(normalised).filter(new.contains)
    }
}

/// The desk enters a proposal, a difficulty or a suggestion that was raised at a summit.
public struct RaisePoint: Operation {
    let summit: Int
    let point: SummitPoint

    /// Something raised at the summit of that number.
    public init(_ summit: Int, _ point: SummitPoint) { (self.summit, self.point) = (summit, point) }

    public func perform(_ session: Session) throws -> SummitPoint {
        _ = try Principal.current(session).required([.desk])
        let summit = try SummitStore.get(session, summit)
        var point = point
        (point.text, point.by) = (normalised(point.text), point.by.map(normalised))
        point.source = point.source.map(normalised)
        try SummitStore.insertPoint(
            session, summit, topic: try SummitStore.topic(session, summit, point.topic), point)
        return point
    }
}

/// The desk sets up the expert council of a topic.
public struct SetUpCouncil: Operation {
    /// The organisation in the chair, which may report.
    public var chair: String?
    /// Who sits on it.
    public var members: [String] = []
    /// Where it is written.
    public var source: String?
    let summit: Int
    let topic: Int
    let name: String

    /// A council for one topic.
    public init(_ summit: Int, topic: Int, name: String) {
        (self.summit, self.topic, self.name) = (summit, topic, name)
    }

    /// - Throws: `Conflict` if the topic has one of another name.
    public func perform(_ session: Session) throws -> String {
        _ = try Principal.current(session).required([.desk])
        let summit = try SummitStore.get(session, summit)
        try SummitStore.lock(session, summit)
        guard let topic = try SummitStore.topic(session, summit, topic) else { throw NotFound(.topic, "") }
        let there = try session.first(
            "SELECT name FROM expert_council WHERE summit_topic_id = \(topic)", as: String.self)
        if let there {
            throw Conflict("\(summit.number)/\(self.topic)", fields: [.init("council", yours: name, theirs: there)])
        }
        try SummitStore.insertCouncil(
            session, topic: topic, normalised(name), chair: chair.map(normalised), members: members.map(normalised),
            source: source.map(normalised))
        return normalised(name)
    }
}

/// The organisation in the chair of a council, or the desk, reports what the council came to.
public struct ReportCouncil: Operation {
    /// Where it is written.
    public var source: String?
    let summit: Int
    let topic: Int
    let later: Int
    let report: String

    /// - Parameters:
    ///   - summit: the summit the council was set up at.
    ///   - later: the summit it reports to.
    public init(_ summit: Int, topic: Int, to later: Int, report: String) {
        (self.summit, self.topic, self.later, self.report) = (summit, topic, later, report)
    }

    /// Performs the act; returns the council's name.
    public func perform(_ session: Session) throws -> String {
        let principal = try Principal.current(session)
        let (first, second) = (try SummitStore.get(session, summit), try SummitStore.get(session, later))
        let topicID = try SummitStore.topic(session, first, topic)
        let council = try session.first(
            """
            SELECT name, chair, coalesce(chair_id = acting_organisation_id(), false) FROM expert_council
            WHERE summit_topic_id = \(topicID)
            """
        ) { (name: String, chair: String?, isOwn: Bool) in (name: name, chair: chair, isOwn: isOwn) }
        guard let council, let topicID else { throw NotFound(.council, "\(summit)/\(topic)") }
        try SummitRule.mayReport(
            as: principal.role, isChair: council.isOwn, chair: council.chair, setUpAt: first.number, to: second.number)
        try session.execute(
            """
            INSERT INTO council_report (summit_topic_id, summit_id, body, source)
            VALUES (\(topicID), \(second.id), \(normalised(report)), \(source.map(normalised)))
            """)
        return council.name
    }
}
