public import Postgres
public import SandboxDomain

/// Meetings of the committees the acting person may see, the latest first. Parties of cases see those their cases are or
/// were tabled at.
public struct MeetingList: RowQuery {
    /// Only this committee's, by its code.
    public var committee: String?
    /// Only those that are not over yet.
    public var upcomingOnly = false
    /// Only this regime's; nil for all, or for the desk those of its authority.
    public var regime: RegimeCode?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ each: (MeetingSummary) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if let committee {
            conditions.append("s.committee = \(try MeetingStore.committee(session, committee))")
        }
        if committee == nil, let wanted = try RegimeStore.listed(session, regime, "b.regime") {
            conditions.append(wanted)
        }
        if upcomingOnly {
            conditions.append("s.closes_on >= authority_date(b.regime) AND s.cancelled_at IS NULL")
        }
        try session.stream(
            """
            SELECT s.committee, s.meeting_no, b.name_ko, b.name_en, n.ko, n.en, s.form, s.held_on, s.closes_on, s.frozen_at IS NOT NULL, s.cancel_reason,
                (SELECT count(*) FROM agenda_item AS i WHERE i.meeting_id = s.meeting_id),
                (SELECT count(*) FROM agenda_item AS i
                    WHERE i.meeting_id = s.meeting_id AND i.closed_at IS NULL),
                (SELECT count(*) FROM late_tabling AS l WHERE l.meeting = s.committee || '/' || s.meeting_no)
            FROM meeting AS s JOIN committee AS b USING (committee)
            CROSS JOIN LATERAL meeting_label(s.committee, s.meeting_no) AS n
            WHERE \(conditions.joined(by: " AND ")) ORDER BY s.held_on DESC, s.meeting_id DESC
            """, MeetingSummary.init, each)
    }
}

/// One line of a list of sessions.
public struct MeetingSummary: Sendable {
    /// The meeting.
    public let reference: MeetingReference
    /// What the committee is called in Korean.
    public let korean: String
    /// What the committee is called in English.
    public let english: String
    /// What the meeting is called in Korean: `제43차 신기술·서비스심의위원회`.
    public let koreanLabel: String
    /// What the meeting is called in English.
    public let englishLabel: String
    /// How it meets.
    public let form: MeetingForm
    /// Its day, or first day.
    public let heldOn: CivilDate
    /// Its last day.
    public let closesOn: CivilDate
    /// Whether the agenda is frozen.
    public let isFrozen: Bool
    /// Why it was cancelled; nil: it was not.
    public let cancelReason: String?
    /// How many visible items its agenda has.
    public let items: Int
    /// How many of them are open.
    public let openItems: Int
    /// For how many cases this is the next session, and too late: their periods for tabling end before it.
    public let lateCases: Int

    init(
        committee: String, number: Int, korean: String, english: String, koreanLabel: String, englishLabel: String,
        form: MeetingForm, heldOn: CivilDate, closesOn: CivilDate, isFrozen: Bool, cancelReason: String?,
        items: Int, openItems: Int, lateCases: Int
    ) {
        reference = MeetingReference(committee: committee, number: number)
        (self.korean, self.english, self.form) = (korean, english, form)
        (self.koreanLabel, self.englishLabel) = (koreanLabel, englishLabel)
        (self.heldOn, self.closesOn, self.isFrozen) = (heldOn, closesOn, isFrozen)
        (self.items, self.openItems, self.lateCases) = (items, openItems, lateCases)
        self.cancelReason = cancelReason
    }
}
