public import Postgres
public import SandboxDomain

/// Rounds of consultation the acting person may see, the latest first.
public struct ConsultationList: RowQuery, NeedsCurrentLapses {
    /// Only those nobody has replied to yet.
    public var openOnly = false
    /// Only those with this ministry.
    public var ministry: String?
    /// Only those of this case.
    public var reference: CaseReference?
    /// Only this regime's; nil for all, or for the desk those of its authority.
    public var regime: RegimeCode?
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    static func of(_ id: CaseFileID) -> Statement<[ConsultationSummary]> {
        .all(question(where: "k.case_file_id = \(id)"), ConsultationSummary.init)
    }

    public func forEach(_ session: Session, _ body: (ConsultationSummary) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if openOnly { conditions.append("k.replied_at IS NULL AND c.stage = 'consulting'") }
        if let ministry {
            conditions.append("k.ministry_id = \(try OrganisationStore.get(session, ministry).id)")
        }
        if let reference {
            let subject = try CaseFileStore.get(session, reference)
            conditions.append("k.case_file_id = \(subject.id)")
        }
        if reference == nil, let wanted = try RegimeStore.listed(session, regime, "c.regime") {
            conditions.append(wanted)
        }
        if reference == nil, try Principal.current(session).role == .ministry {
            // The policy would judge row by row; what a ministry was asked is found by its index.
            conditions.append("k.case_file_id IN (SELECT a.case_file_id FROM case_ministry AS a)")
        }
        try session.stream(
            "\(Self.question(where: conditions.joined(by: " AND "))) \(limit.oneMore)", ConsultationSummary.init, body)
    }

    private static func question(where wanted: SQL) -> SQL {
        """
        SELECT c.case_file_id, c.reference, c.service_name, m.name, k.round, k.question,
            authority_time(k.sent_at, c.regime), (k.sent_at AT TIME ZONE r.time_zone)::date,
            authority_time(CASE WHEN NOT k.lapsed AND k.recall_reason IS NULL THEN k.replied_at END, c.regime),
            (coalesce(k.replied_at, now()) AT TIME ZONE r.time_zone)::date
                - (k.sent_at AT TIME ZONE r.time_zone)::date,
            p.opinion, p.reason, coalesce(p.conditions, '{}'), k.fast_track, k.notified_on, k.notice, d.due_on,
            d.days_left, d.state, l.proposes, l.basis, authority_time(l.lapsed_at, c.regime),
            l.notified_on, l.notice, l.contest_reason, l.resolution, l.resolution_reason,
            authority_time(l.undone_at, c.regime), calendar_doubt(c.regime, d.certainty), k.recall_reason, p.document_no,
            p.arrived_on
        FROM consultation AS k
        JOIN case_file AS c USING (case_file_id)
        JOIN regime AS r USING (regime)
        JOIN organisation AS m ON m.organisation_id = k.ministry_id
        LEFT JOIN opinion AS p ON p.consultation_id = k.consultation_id
        LEFT JOIN LATERAL (SELECT s.due_on, s.days_left, s.state, s.certainty FROM deadline_today AS s
            WHERE s.case_file_id = k.case_file_id AND s.subject = 'consultation' AND s.subject_id = k.consultation_id
            ORDER BY s.deadline_id DESC LIMIT 1) AS d ON true
        LEFT JOIN LATERAL (SELECT e.proposes, e.basis, e.lapsed_at, e.notified_on, e.notice, e.contest_reason,
                e.resolution, e.resolution_reason, e.undone_at
            FROM lapse AS e WHERE e.consultation_id = k.consultation_id ORDER BY e.lapse_id DESC LIMIT 1) AS l ON true
        WHERE \(wanted) ORDER BY k.consultation_id DESC
        """
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
    /// Whether it goes as a same-or-similar case, with the shorter period.
    public let isFastTrack: Bool
    /// The day the ministry was told; nil while it has not been, and no period runs.
    public let notifiedOn: CivilDate?
    /// How it was told.
    public let notice: String?
    /// Why the desk called the round off; nil: it did not.
    public let recallReason: String?
    /// The number of the official document the reply came as; nil: the ministry replied here.
    public let document: String?
    /// The day on which that document arrived.
    public let arrivedOn: CivilDate?
    /// The last day for the reply; nil while a stop holds it up, or none runs.
    public let dueOn: CivilDate?
    /// Days from today to that day; negative past it.
    public let daysLeft: Int?
    /// The state of the period.
    public let state: DeadlineState?
    /// That its last day is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
    /// The latest silence that the law gave a meaning.
    public let lapse: Lapse?

    /// Silence that the law gives a meaning: a proposed outcome, with its basis and the proof of the notice.
    public struct Lapse: Sendable {
        /// What silence means by the rule, e.g. `deemed-not-needed`.
        public let proposes: MissedEffect
        /// The article.
        public let basis: String
        /// Its legal instant, in ISO form with offset.
        public let lapsedAt: String
        /// The day the ministry had been told.
        public let notifiedOn: CivilDate
        /// The proof of that.
        public let notice: String
        /// Why it is contested, if it is.
        public let contestReason: String?
        /// What became of that.
        public let resolution: LapseResolution?
        /// Why.
        public let resolutionReason: String?
        /// When it turned out that the period ends on another day, and the record was undone; nil while it holds.
        public let undoneAt: String?
    }

    init(
        id: CaseFileID, number: String?, service: String, ministry: String, round: Int, question: String?,
        sentAt: String, sentOn: CivilDate, repliedAt: String?, days: Int, opinion: Opinion?, reason: String?,
        conditions: [String], isFastTrack: Bool, notifiedOn: CivilDate?, notice: String?, dueOn: CivilDate?,
        daysLeft: Int?, state: DeadlineState?, proposes: MissedEffect?, basis: String?, lapsedAt: String?,
        lapseNotifiedOn: CivilDate?, lapseNotice: String?, contestReason: String?, resolution: LapseResolution?,
        resolutionReason: String?, undoneAt: String?, doubt: CalendarDoubt?, recallReason: String?, document: String?,
        arrivedOn: CivilDate?
    ) {
        self.doubt = doubt
        reference = CaseReference(number: number, id)
        (self.service, self.ministry, self.round, self.question) = (service, ministry, round, question)
        (self.sentAt, self.sentOn, self.repliedAt, self.days) = (sentAt, sentOn, repliedAt, days)
        (self.opinion, self.reason, self.conditions) = (opinion, reason, conditions)
        (self.isFastTrack, self.notifiedOn, self.notice) = (isFastTrack, notifiedOn, notice)
        (self.recallReason, self.document, self.arrivedOn) = (recallReason, document, arrivedOn)
        (self.dueOn, self.daysLeft, self.state) = (dueOn, daysLeft, state)
        if let proposes, let basis, let lapsedAt, let lapseNotifiedOn, let lapseNotice {
            lapse = Lapse(
                proposes: proposes, basis: basis, lapsedAt: lapsedAt, notifiedOn: lapseNotifiedOn, notice: lapseNotice,
                contestReason: contestReason, resolution: resolution, resolutionReason: resolutionReason,
                undoneAt: undoneAt)
        } else {
            lapse = nil
        }
    }
}
