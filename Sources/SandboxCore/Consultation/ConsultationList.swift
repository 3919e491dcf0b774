public import Postgres
public import SandboxDomain

/// Rounds of consultation the acting person may see, the latest first.
public struct ConsultationList: RowQuery {
    /// Only those nobody has replied to yet.
    public var openOnly = false
    /// Only those with this ministry.
    public var ministry: String?
    /// Only those of this case.
    public var reference: CaseReference?
    var caseFileID: CaseFileID?

    /// Everything visible.
    public init() {}

    static func of(_ id: CaseFileID) -> ConsultationList {
        var list = ConsultationList()
        list.caseFileID = id
        return list
    }

    /// Hands on the rows, in order.
    public func forEach(_ session: Session, _ body: (ConsultationSummary) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if openOnly { conditions.append("k.replied_at IS NULL AND c.stage = 'consulting'") }
        if let ministry {
            conditions.append(
                "k.ministry_id = (SELECT organisation_id FROM organisation WHERE name = \(normalised(ministry)))")
        }
        if let caseFileID { conditions.append("k.case_file_id = \(caseFileID)") }
        if let reference {
            let subject = try CaseFileStore.get(session, reference)
            conditions.append("k.case_file_id = \(subject.id)")
        }
        if caseFileID == nil, reference == nil, try Principal.current(session).role == .ministry {
            // The policy would judge row by row; what a ministry was asked is found by its index.
            conditions.append("k.case_file_id IN (SELECT a.case_file_id FROM case_ministry AS a)")
        }
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, c.service_name, m.name, k.round, k.question,
                authority_time(k.sent_at, c.regime), (k.sent_at AT TIME ZONE r.time_zone)::date,
                authority_time(k.replied_at, c.regime),
                (coalesce(k.replied_at, now()) AT TIME ZONE r.time_zone)::date
                    - (k.sent_at AT TIME ZONE r.time_zone)::date,
                p.opinion, p.reason, coalesce(p.conditions, '{}')
            FROM consultation AS k
            JOIN case_file AS c USING (case_file_id)
            JOIN regime AS r USING (regime)
            JOIN organisation AS m ON m.organisation_id = k.ministry_id
            LEFT JOIN opinion AS p ON p.consultation_id = k.consultation_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY k.consultation_id DESC
            """, ConsultationSummary.init, body)
    }
}

/// One round of consultation with one ministry.
public struct ConsultationSummary: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The service it is about.
    public let service: String
    /// The ministry asked.
    public let ministry: String
    /// 1 for the first round with this ministry.
    public let round: Int
    /// What was asked.
    public let question: String?
    /// When it was sent, in ISO form with offset.
    public let sentAt: String
    /// The day it was sent.
    public let sentOn: CivilDate
    /// When the ministry replied; nil while the round is open.
    public let repliedAt: String?
    /// Calendar days from sending to the reply, or until today.
    public let days: Int
    /// The opinion; nil while there is none or the reader may not see it yet.
    public let opinion: Opinion?
    /// Why.
    public let reason: String?
    /// What the ministry asks for.
    public let conditions: [String]

    init(
        id: CaseFileID, number: String?, service: String, ministry: String, round: Int, question: String?,
        sentAt: String, sentOn: CivilDate, repliedAt: String?, days: Int, opinion: Opinion?, reason: String?,
        conditions: [String]
    ) {
        reference = CaseReference(number: number, id)
        (self.service, self.ministry, self.round, self.question) = (service, ministry, round, question)
        (self.sentAt, self.sentOn, self.repliedAt, self.days) = (sentAt, sentOn, repliedAt, days)
        (self.opinion, self.reason, self.conditions) = (opinion, reason, conditions)
    }
}
