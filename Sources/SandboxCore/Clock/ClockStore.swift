internal import Postgres
internal import SandboxDomain

/// What an act on a clock needs to know of it.
struct LockedClock {
    let id: Int64
    let caseFileID: CaseFileID
    let reference: ClockReference
    let facts: ClockFacts
}

/// Reads the table `clock` for the acts that change when it ends.
enum ClockStore {
    /// Of `clock_state() AS s`: what is owed still. A right that is lost and a validity that has run out are nobody's to do.
    static let isOwed: SQL = "s.ended_on IS NULL AND s.state NOT IN ('lost', 'expired')"

    /// The clock of that reference, its case locked.
    /// - Throws: `NotFound` for a case or clock that is not visible.
    static func lock(_ session: Session, _ reference: ClockReference, as principal: Principal) throws -> LockedClock {
        // Only the desk may lock the row; for a ministry the server's guard does.
        let subject =
            try principal.role == .desk
            ? CaseFileStore.lock(session, reference.caseFile) : CaseFileStore.get(session, reference.caseFile)
        let condition: SQL = "s.case_file_id = \(subject.id) AND s.clock_no = \(reference.number)"
        guard let clock = try ClockCount.list(session, condition).first else {
            throw NotFound(.clock, ClockReference(subject.reference, reference.number).description)
        }
        return try session.one(
            """
            SELECT c.clock_id, (SELECT count(*)::integer FROM clock_extension AS x WHERE x.clock_id = c.clock_id),
                t.began_on, t.cause, c.organisation_id
            FROM clock AS c
            LEFT JOIN clock_stop AS t ON t.clock_id = c.clock_id AND t.ended_on IS NULL AND NOT t.undone
            WHERE c.case_file_id = \(subject.id) AND c.clock_no = \(reference.number)
            """
        ) { (id: Int64, extended: Int, beganOn: CivilDate?, cause: StopCause?, owner: OrganisationID?) in
            LockedClock(
                id: id, caseFileID: subject.id, reference: clock.reference,
                facts: ClockFacts(
                    rule: clock.rule, startedOn: clock.count?.start ?? clock.today, dueOn: clock.dueOn,
                    endedOn: clock.endedOn, today: clock.today, extended: extended, debtor: clock.organisation,
                    isOwn: owner == (principal.role == .desk ? nil : principal.organisationID),
                    openStop: beganOn.flatMap { day in cause.map { .init(beganOn: day, cause: $0) } }))
        }
    }

    /// The clock as it stands behind an act.
    static func turned(_ session: Session, _ clock: LockedClock) throws -> TurnedClock {
        try session.one(
            """
            SELECT r.rule, r.name_ko, r.name_en, s.due_on, s.days_left, s.state
            FROM clock_state() AS s JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id
            WHERE s.clock_id = \(clock.id)
            """
        ) { (rule: String, korean: String, english: String, dueOn: CivilDate?, daysLeft: Int?, state: ClockState) in
            TurnedClock(
                reference: clock.reference, rule: rule, korean: korean, english: english, dueBefore: clock.facts.dueOn,
                dueOn: dueOn, daysLeft: daysLeft, state: state)
        }
    }
}
