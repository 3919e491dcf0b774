public import Postgres
public import SandboxDomain

/// A provision: a law, or an article of it.
public struct Provision: Sendable, Hashable, CustomStringConvertible {
    /// The law's name.
    public var law: String
    /// The article, as it is quoted; nil for the law as a whole.
    public var article: String?
    /// What kind of law it is; nil when it is not known.
    public var level: LawLevel?

    /// A provision.
    public init(law: String, article: String? = nil, level: LawLevel? = nil) {
        (self.law, self.article, self.level) = (law, article, level)
    }

    /// The law and the article.
    public var description: String { article.map { "\(law) \($0)" } ?? law }
}

/// A change of what a task changes.
public struct EditedProvision: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// The provision.
    public let provision: Provision
    /// Whether anything had to be done.
    public let isChanged: Bool
}

/// The desk notes that a task changes a provision, or that it does not after all.
public struct EditProvisions: Operation {
    let reference: TaskReference
    let provision: Provision
    let isRemoval: Bool

    /// - Parameter provision: its level is only given when the law is new; nil derives it from the name.
    public init(_ reference: TaskReference, add provision: Provision) {
        (self.reference, self.provision, isRemoval) = (reference, provision, false)
    }

    /// The task does not change the provision.
    public init(_ reference: TaskReference, remove provision: Provision) {
        (self.reference, self.provision, isRemoval) = (reference, provision, true)
    }

    public func perform(_ session: Session) throws -> EditedProvision {
        _ = try Principal.current(session).required([.desk])
        let task = try TaskStore.get(session, reference)
        let (named, cited) = (normalised(provision.law), provision.article.map(normalised))
        // The task may have it already, spelt otherwise.
        let same = try session.first(
            """
            SELECT p.law, p.article FROM task_provision AS l JOIN provision AS p USING (provision_id)
            WHERE l.reform_task_id = \(task.id) AND law_identity(p.law) = law_identity(\(named))
                AND ((p.article IS NULL) = (\(cited)::text IS NULL))
                AND (p.article IS NULL OR name_key(p.article) = name_key(\(cited)::text))
            ORDER BY p.law <> \(named), p.provision_id LIMIT 1
            """
        ) { (law: String, article: String?) in (law: law, article: article) }
        let (law, article) = (same?.law ?? named, same == nil ? cited : same?.article)
        if !isRemoval {
            try session.execute(
                """
                INSERT INTO provision (law, article, level)
                VALUES (\(law), \(article), coalesce(\(provision.level)::text, level_of_law(\(law))))
                ON CONFLICT ON CONSTRAINT provision_law_article_key DO NOTHING
                """)
        }
        let found = try session.first(
            """
            SELECT provision_id, level FROM provision
            WHERE law = \(law) AND article IS NOT DISTINCT FROM \(article)::text
            """
        ) { (id: Int64, level: LawLevel?) in (id: id, level: level) }
        guard let found else {
            throw NotFound(.provision, Provision(law: law, article: article).description)
        }
        let change: SQL =
            isRemoval
            ? "SELECT FROM remove_rows('task_provision', \(task.id), ARRAY[\(String(found.id))])"
            : """
            INSERT INTO task_provision (reform_task_id, provision_id) VALUES (\(task.id), \(found.id))
            ON CONFLICT DO NOTHING RETURNING provision_id
            """
        let isChanged = try session.exists(change)
        return EditedProvision(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number),
            provision: Provision(law: law, article: article, level: found.level), isChanged: isChanged)
    }
}

/// The visible cases that ask an exemption from a provision a task changes, and are not linked to it yet.
public struct MatchingCases: RowQuery {
    /// The maximum number of rows, plus one if there are more; nil for all.
    public var limit: Int?
    let reference: TaskReference

    /// - Parameter reference: the task.
    public init(_ reference: TaskReference) { self.reference = reference }

    public func forEach(_ session: Session, _ body: (MatchingCase) throws -> Void) throws {
        let task = try TaskStore.get(session, reference)
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, o.name, c.service_name, c.stage,
                ARRAY(SELECT DISTINCT concat_ws(' ', i.law, i.article) FROM case_provision AS p
                    JOIN task_provision AS l USING (provision_id)
                    JOIN exemption_item AS i ON i.case_file_id = p.case_file_id AND i.item_no = p.item_no
                    WHERE p.case_file_id = c.case_file_id AND l.reform_task_id = \(task.id) ORDER BY 1)
            FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE c.reference IS NOT NULL
                AND c.case_file_id IN (SELECT p.case_file_id FROM task_provision AS l
                    JOIN case_provision AS p USING (provision_id) WHERE l.reform_task_id = \(task.id))
                AND NOT EXISTS (SELECT FROM case_task AS k
                    WHERE k.case_file_id = c.case_file_id AND k.reform_task_id = \(task.id))
            ORDER BY c.case_file_id \(limit.oneMore)
            """, MatchingCase.init, body)
    }
}

/// A case that asks an exemption from a provision that is to change.
public struct MatchingCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The company.
    public let company: String
    /// The service.
    public let service: String
    /// Its stage.
    public let stage: Stage
    /// The provisions it names.
    public let provisions: [String]

    init(id: CaseFileID, number: String?, company: String, service: String, stage: Stage, provisions: [String]) {
        reference = CaseReference(number: number, id)
        (self.company, self.service, self.stage, self.provisions) = (company, service, stage, provisions)
    }
}
