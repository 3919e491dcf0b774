internal import Postgres
internal import SandboxDomain

/// What an act on a deadline needs to know of it.
struct LockedDeadline {
    let id: Int64
    let caseFileID: CaseFileID
    let reference: DeadlineReference
    let facts: DeadlineFacts
}

/// Reads the table `deadline` for the acts that change when it ends.
enum DeadlineStore {
    /// Every deadline as it is on a day: today's are kept, those of another day are counted.
    static func all(on day: CivilDate?) -> SQL { day.map { "deadline_state(\($0))" } ?? "deadline_today" }

    /// Of `all(on:) AS s`: what is still owed. Where a right is lost or a validity has run out, nobody has to
    /// act.
    static let isOwed: SQL = "s.ended_on IS NULL AND s.state NOT IN ('lost', 'expired')"

    /// The deadline of that reference, its case locked.
    /// - Throws: `NotFound` for a case or deadline that is not visible.
    static func lock(_ session: Session, _ reference: DeadlineReference, as principal: Principal) throws
        -> LockedDeadline
    {
        // Only the desk may lock the row; for a ministry the server's guard does.
        let subject =
            try principal.role == .desk
            ? CaseFileStore.lock(session, reference.caseFile) : CaseFileStore.get(session, reference.caseFile)
        let condition: SQL = "s.case_file_id = \(subject.id) AND s.deadline_no = \(reference.number)"
        guard let deadline = try DeadlineCount.list(session, condition).first else {
            throw NotFound(.deadline, DeadlineReference(subject.reference, reference.number).description)
        }
        return try session.one(
            """
            SELECT c.deadline_id, (SELECT count(*)::integer FROM deadline_extension AS x WHERE x.deadline_id = c.deadline_id),
                t.began_on, t.cause, c.organisation_id
            FROM deadline AS c
            LEFT JOIN deadline_stop AS t ON t.deadline_id = c.deadline_id AND t.ended_on IS NULL AND NOT t.undone
            WHERE c.case_file_id = \(subject.id) AND c.deadline_no = \(reference.number)
            """
        ) { (id: Int64, extended: Int, beganOn: CivilDate?, cause: StopCause?, owner: OrganisationID?) in
            LockedDeadline(
                id: id, caseFileID: subject.id, reference: deadline.reference,
                facts: DeadlineFacts(
                    rule: deadline.rule, startedOn: deadline.count?.start ?? deadline.today, dueOn: deadline.dueOn,
                    endedOn: deadline.endedOn, today: deadline.today, extended: extended, debtor: deadline.organisation,
                    isOwn: owner == (principal.role == .desk ? nil : principal.organisationID),
                    openStop: beganOn.flatMap { day in cause.map { .init(beganOn: day, cause: $0) } }))
        }
    }

    /// The deadline after an act.
    static func turned(_ session: Session, _ deadline: LockedDeadline) throws -> ChangedDeadline {
        try session.one(
            """
            SELECT r.rule, r.name_ko, r.name_en, s.due_on, s.days_left, s.state, calendar_doubt(r.regime, s.certainty)
            FROM deadline_today AS s JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
            WHERE s.deadline_id = \(deadline.id)
            """
        ) {
            (
                rule: String, korean: String, english: String, dueOn: CivilDate?, daysLeft: Int?, state: DeadlineState,
                doubt: CalendarDoubt?
            ) in
            ChangedDeadline(
                reference: deadline.reference, rule: rule, korean: korean, english: english,
                dueBefore: deadline.facts.dueOn,
                dueOn: dueOn, daysLeft: daysLeft, state: state, doubt: doubt)
        }
    }
}
