public import Postgres
public import SandboxDomain

/// The summits, in their order.
public struct SummitList: RowQuery {
    public init() {}

    public func forEach(_ session: Session, _ body: (SummitRow) throws -> Void) throws {
        try session.stream(
            """
            SELECT s.summit_no, s.name, s.held_on, s.place, s.summary, s.source, authority_date(s.regime),
                (SELECT count(*) FROM summit_topic AS t WHERE t.summit_id = s.summit_id),
                (SELECT count(*) FROM expert_council AS k JOIN summit_topic AS t USING (summit_topic_id)
                    WHERE t.summit_id = s.summit_id),
                (SELECT count(*) FROM commitment AS c WHERE c.summit_id = s.summit_id),
                (SELECT count(*) FROM commitment AS c JOIN commitment_at() AS x USING (commitment_id)
                    WHERE c.summit_id = s.summit_id AND x.state IN ('open', 'overdue'))
            FROM summit AS s ORDER BY s.regime, s.summit_no
            """, SummitRow.init, body)
    }
}

/// A summit.
public struct SummitRow: Sendable {
    /// Its number.
    public let number: Int
    /// What it is called.
    public let name: String
    /// The day it was held, or for which it is planned.
    public let heldOn: CivilDate
    /// Where.
    public let place: String?
    /// What it came to.
    public let summary: String?
    /// Where it is written.
    public let source: String?
    /// Whether its day has come.
    public let isHeld: Bool
    /// How many topics it had.
    public let topics: Int
    /// How many of them have an expert council.
    public let councils: Int
    /// How many commitments were made.
    public let commitments: Int
    /// How many of those are not settled today.
    public let unsettled: Int

    init(
        number: Int, name: String, heldOn: CivilDate, place: String?, summary: String?, source: String?,
        today: CivilDate,
        topics: Int, councils: Int, commitments: Int, unsettled: Int
    ) {
        (self.number, self.name, self.heldOn, self.place) = (number, name, heldOn, place)
        (self.summary, self.source, isHeld) = (summary, source, heldOn <= today)
        (self.topics, self.councils) = (topics, councils)
        (self.commitments, self.unsettled) = (commitments, unsettled)
    }
}

/// One summit in full, with the list for the next one: what had been promised and reported by then, as of a day.
public struct SummitView: Query {
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    let number: Int

    /// - Parameter number: of the summit.
    public init(_ number: Int) { self.number = number }

    public func answer(_ session: Session) throws -> SummitDetail {
        let summit = try SummitStore.get(session, number)
        guard let row = try SummitList().answer(session).first(where: { $0.number == number }) else {
            throw NotFound(.summit, "\(number)")
        }
        let participants = try session.all(
            """
            SELECT t.topic_no, p.name FROM summit_participant AS p LEFT JOIN summit_topic AS t USING (summit_topic_id)
            WHERE p.summit_id = \(summit.id) ORDER BY t.topic_no NULLS FIRST, p.name
            """
        ) { (topic: Int?, name: String) in (topic: topic, name: name) }
        let topics = try session.all(
            """
            SELECT t.topic_no, t.title, t.summary, k.name, k.chair,
                ARRAY(SELECT m.name::text FROM council_member AS m WHERE m.summit_topic_id = t.summit_topic_id ORDER BY m.name)
            FROM summit_topic AS t LEFT JOIN expert_council AS k USING (summit_topic_id)
            WHERE t.summit_id = \(summit.id) ORDER BY t.topic_no
            """
        ) { (number: Int, title: String, summary: String?, council: String?, chair: String?, members: [String]) in
            SummitDetail.Topic(
                number: number, title: title, summary: summary,
                participants: participants.filter { $0.topic == number }.map(\.name), council: council, chair: chair,
                members: members)
        }
        let points = try session.all(
            """
            SELECT p.kind, t.topic_no, p.raised_by, p.body, p.case_file_id, c.reference
            FROM raised_point AS p LEFT JOIN summit_topic AS t USING (summit_topic_id)
            LEFT JOIN case_file AS c USING (case_file_id)
            WHERE p.summit_id = \(summit.id) ORDER BY p.kind, t.topic_no, p.raised_point_id
            """, SummitDetail.Point.init)
        return SummitDetail(
            summit: row, participants: participants.filter { $0.topic == nil }.map(\.name), topics: topics,
            points: points,
            followUp: try followUp(session, summit))
    }

    /// What was promised up to this summit: its own, and what earlier ones left unsettled when it was held.
    private func followUp(_ session: Session, _ summit: SummitStore.Facts) throws -> [SummitDetail.FollowUp] {
        try session.all(
            """
            SELECT f.summit_no, f.commitment_no, f.topic_no, f.kind, f.owner, f.body, f.due, f.state, f.settled_on,
                f.last_evidence
            FROM (
                SELECT s.regime, s.summit_no, c.commitment_no, t.topic_no, c.kind::text AS kind, c.owner::text AS owner, c.body::text AS body,
                    c.due::text AS due, x.state AS state, x.settled_on, x.last_evidence
                FROM commitment_at(\(asOf)::date) AS x JOIN commitment AS c USING (commitment_id)
                JOIN summit AS s USING (summit_id) LEFT JOIN summit_topic AS t USING (summit_topic_id)
                UNION ALL
                SELECT s.regime, s.summit_no, NULL, t.topic_no, 'council-report', k.name, t.title, next.summit_no::text,
                    CASE WHEN r.summit_topic_id IS NOT NULL THEN 'kept'
                        WHEN next.held_on < coalesce(\(asOf)::date, authority_date(s.regime)) THEN 'overdue' ELSE 'open' END,
                    later.held_on, r.body
                FROM expert_council AS k JOIN summit_topic AS t USING (summit_topic_id) JOIN summit AS s USING (summit_id)
                LEFT JOIN LATERAL (SELECT n.summit_no, n.held_on FROM summit AS n
                    WHERE n.regime = s.regime AND n.summit_no > s.summit_no ORDER BY n.summit_no LIMIT 1) AS next ON true
                LEFT JOIN LATERAL (SELECT x.* FROM council_report AS x JOIN summit AS l USING (summit_id)
                    WHERE x.summit_topic_id = k.summit_topic_id AND l.held_on <= coalesce(\(asOf)::date, authority_date(s.regime))
                    ORDER BY l.summit_no LIMIT 1) AS r ON true
                LEFT JOIN summit AS later ON later.summit_id = r.summit_id
            ) AS f
            JOIN summit AS this ON this.summit_id = \(summit.id) AND this.regime = f.regime
            WHERE f.summit_no <= this.summit_no
                AND (f.summit_no = this.summit_no OR f.settled_on IS NULL OR f.settled_on > this.held_on)
            ORDER BY f.summit_no, f.topic_no NULLS FIRST, f.commitment_no NULLS LAST
            """, SummitDetail.FollowUp.init)
    }
}

/// One summit in full.
public struct SummitDetail: Sendable {
    /// What a list says of it.
    public let summit: SummitRow
    /// Who took part in the summit as a whole.
    public let participants: [String]
    /// Its topics.
    public let topics: [Topic]
    /// What was raised, as far as the acting person may see it.
    public let points: [Point]
    /// What the next summit has to look at.
    public let followUp: [FollowUp]

    /// A topic of a summit.
    public struct Topic: Sendable {
        /// Its number.
        public let number: Int
        /// What it is about.
        public let title: String
        /// What was talked about.
        public let summary: String?
        /// Who takes part in it.
        public let participants: [String]
        /// Its expert council.
        public let council: String?
        /// The organisation in the chair.
        public let chair: String?
        /// Who sits on it.
        public let members: [String]
    }

    /// Something raised at a summit.
    public struct Point: Sendable {
        /// Proposal, difficulty or suggestion.
        public let kind: PointKind
        /// The number of its topic.
        public let topic: Int?
        /// Who raised it.
        public let by: String?
        /// What was said.
        public let text: String
        /// The case that came of it.
        public let caseFile: CaseReference?

        init(kind: PointKind, topic: Int?, by: String?, text: String, id: CaseFileID?, reference: String?) {
            (self.kind, self.topic, self.by, self.text) = (kind, topic, by, text)
            caseFile = id.map { CaseReference(number: reference, $0) }
        }
    }

    /// A commitment, or a council's report, that the next summit asks after.
    public struct FollowUp: Sendable {
        /// The summit it is from.
        public let summit: Int
        /// The commitment's number; nil for a council's report.
        public let number: Int?
        /// The number of its topic.
        public let topic: Int?
        /// What kind of commitment; nil for a council's report.
        public let kind: CommitmentKind?
        /// Who owes it.
        public let owner: String
        /// What was promised, or what the council works out.
        public let text: String
        /// By when: in words, or the number of the summit to report to.
        public let due: String?
        /// Its state.
        public let state: CommitmentState
        /// The day it was settled.
        public let settledOn: CivilDate?
        /// What became of it.
        public let outcome: String?

        init(
            summit: Int, number: Int?, topic: Int?, kind: String, owner: String, text: String, due: String?,
            state: CommitmentState, settledOn: CivilDate?, outcome: String?
        ) {
            (self.summit, self.number, self.topic, self.kind) = (summit, number, topic, CommitmentKind(rawValue: kind))
            (self.owner, self.text, self.due, self.state) = (owner, text, due, state)
            (self.settledOn, self.outcome) = (settledOn, outcome)
        }
    }
}
