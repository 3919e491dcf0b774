internal import Postgres
internal import SandboxDomain

enum SummitStore {
    /// What an act needs to know of a summit.
    struct Facts {
        let id: Int64
        let number: Int
        let name: String
        let heldOn: CivilDate
    }

    /// Of several summits of one number the one of the authority for which the person acts.
    private static let meant: SQL = """
        (regime = ANY (own_regimes()) OR NOT EXISTS (SELECT FROM summit AS o
            WHERE o.summit_no = s.summit_no AND o.regime = ANY (own_regimes())))
        """

    /// The summit of that number, of the regime that is named or the only one that has it.
    static func find(_ session: Session, _ number: Int, of regime: RegimeCode? = nil) throws -> Facts? {
        let known = try session.all(
            """
            SELECT summit_id, summit_no, name, held_on FROM summit AS s
            WHERE summit_no = \(number) AND \(regime.map { "regime = \($0)" as SQL } ?? Self.meant)
            """, Facts.init)
        guard known.count < 2 else { throw BadInput(.missingName(.regime)) }
        return known.first
    }

    /// The regime of a new summit: the one named, the only one that has summits, or the only one there is.
    /// - Throws: `BadInput` when none is named and it could be of several.
    static func regime(_ session: Session, _ asked: RegimeCode?) throws -> RegimeCode {
        let having = try session.all(
            """
            SELECT DISTINCT s.regime FROM summit AS s
            WHERE s.regime = ANY (coalesce(listed_regimes(), ARRAY(SELECT g.regime::text FROM regime AS g)))
            """, as: RegimeCode.self)
        return try asked == nil && having.count == 1 ? having[0] : RegimeStore.get(session, asked)
    }

    static func get(_ session: Session, _ number: Int) throws -> Facts {
        guard let found = try find(session, number) else { throw NotFound(.summit, "\(number)") }
        return found
    }

    /// Nobody else adds numbered things to the summit until the transaction ends.
    static func lock(_ session: Session, _ summit: Facts) throws {
        try session.execute("SELECT FROM summit WHERE summit_id = \(summit.id) FOR UPDATE")
    }

    /// The topic of that number; nil for the summit as a whole.
    static func topic(_ session: Session, _ summit: Facts, _ number: Int?) throws -> Int64? {
        guard let number else { return nil }
        let found = try session.first(
            "SELECT summit_topic_id FROM summit_topic WHERE summit_id = \(summit.id) AND topic_no = \(number)",
            as: Int64.self)
        guard let found else { throw NotFound(.topic, "\(summit.number)/\(number)") }
        return found
    }

    /// Enters a topic after the others, and returns its number.
    static func insertTopic(
        _ session: Session, _ summit: Facts, _ title: String, summary: String?, source: String?
    ) throws -> Int {
        try session.one(
            """
            INSERT INTO summit_topic (summit_id, topic_no, title, summary, source)
            SELECT \(summit.id), 1 + coalesce(max(t.topic_no), 0), \(title), \(summary), \(source)
            FROM summit_topic AS t WHERE t.summit_id = \(summit.id) RETURNING topic_no
            """, as: Int.self)
    }

    /// Enters those who are not there yet, and returns their names.
    static func insertParticipants(
        _ session: Session, _ summit: Facts, topic: Int64?, _ names: [String], source: String?
    ) throws -> [String] {
        try session.all(
            """
            INSERT INTO summit_participant (summit_id, summit_topic_id, name, source)
            SELECT DISTINCT \(summit.id)::bigint, \(topic)::bigint, n.name, \(source)::text FROM unnest(\(names)::text[]) AS n (name)
            ON CONFLICT ON CONSTRAINT summit_participant_name_key DO NOTHING RETURNING name
            """, as: String.self)
    }

    static func insertCouncil(
        _ session: Session, topic: Int64, _ name: String, chair: String?, members: [String], source: String?
    ) throws {
        try session.execute(
            """
            INSERT INTO expert_council (summit_topic_id, name, chair, source) VALUES (\(topic), \(name), \(chair), \(source))
            """)
        try session.execute(
            """
            INSERT INTO council_member (summit_topic_id, name)
            SELECT DISTINCT \(topic)::bigint, n.name FROM unnest(\(members)::text[]) AS n (name)
            """)
    }

    static func insertPoint(_ session: Session, _ summit: Facts, topic: Int64?, _ point: SummitPoint) throws {
        let caseFile = try point.caseFile.map { try CaseFileStore.get(session, $0).id }
        try session.execute(
            """
            INSERT INTO raised_point (summit_id, summit_topic_id, kind, raised_by, body, case_file_id, source)
            VALUES (\(summit.id), \(topic), \(point.kind), \(point.by), \(point.text), \(caseFile), \(point.source))
            """)
    }

    /// Enters a commitment, and returns its number.
    static func insertCommitment(
        _ session: Session, _ summit: Facts, topic: Int64?, _ promise: SummitPromise
    ) throws -> Int {
        try session.one(
            """
            INSERT INTO commitment (summit_id, summit_topic_id, kind, owner, body, due, due_on, source)
            VALUES (\(summit.id), \(topic), \(promise.kind), \(promise.owner), \(promise.text), \(promise.due?.text),
                \(promise.due?.last), \(promise.source))
            RETURNING commitment_no
            """, as: Int.self)
    }
}
