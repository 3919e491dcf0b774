public import Postgres
public import SandboxDomain

/// A person is away for some days, and a colleague sees that person's work as his own meanwhile (부재·대결).
public struct StateAbsence: Operation {
    let person: RoleName?
    let deputy: RoleName
    let from: CivilDate?
    let until: CivilDate

    /// - Parameters:
    ///   - person: who is away, a colleague; nil: the acting person.
    ///   - from: the first day; nil: today.
    ///   - until: the last day.
    ///   - deputy: who is the deputy: another enabled person of the same organisation.
    public init(_ person: RoleName? = nil, from: CivilDate? = nil, until: CivilDate, deputy: RoleName) {
        (self.person, self.from, self.until, self.deputy) = (person, from, until, deputy)
    }

    public func perform(_ session: Session) throws -> Absence {
        let acting = try Principal.current(session)
        _ = try acting.required(GroupRole.withWork)
        let login = person?.text ?? acting.roleName
        try PersonStore.mayReceive(session, login)
        try PersonStore.mayReceive(session, deputy.text, from: login)
        let (today, latest) = try session.one(
            "SELECT office_today(), last_absent_day()", { ($0 as CivilDate, $1 as CivilDate) }
        )
        let first = from ?? min(today, until)
        guard first <= until else { throw BadInput(.endsBeforeStart, field: .until) }
        let others = try AbsenceStore.current(session, login)
        try OfficeRule.mayBeAway(
            login, first...until, others: others.map { $0.from...$0.until }, today: today, latest: latest)
        try session.execute(
            """
            INSERT INTO absence (role_name, deputy, from_on, until_on)
            VALUES (\(login)::name, \(deputy.text)::name, \(first), \(until))
            """)
        return Absence(person: login, deputy: deputy.text, from: first, until: until)
    }
}

/// Somebody is back, or is not going to be away: the absence that holds today, or else the next one, is withdrawn.
public struct EndAbsence: Operation {
    let person: RoleName?

    /// - Parameter person: a colleague; nil: the acting person.
    public init(_ person: RoleName? = nil) { self.person = person }

    public func perform(_ session: Session) throws -> Absence {
        let acting = try Principal.current(session)
        _ = try acting.required(GroupRole.withWork)
        let login = person?.text ?? acting.roleName
        _ = try PersonStore.existing(session, [login])
        let absences = try AbsenceStore.current(session, login)
        try OfficeRule.mayComeBack(login, isAbsent: !absences.isEmpty)
        let absence = absences[0]
        try session.execute(
            """
            UPDATE absence SET withdrawn_at = now()
            WHERE role_name = \(login)::name AND from_on = \(absence.from) AND withdrawn_at IS NULL
            """)
        return absence
    }
}

/// Who is away, and who is the deputy.
public struct Absence: Sendable {
    /// Who is away.
    public let person: String
    /// Who is the deputy.
    public let deputy: String
    /// The first day.
    public let from: CivilDate
    /// The last day.
    public let until: CivilDate
}

enum AbsenceStore {
    /// The absences of a person that are not over, the earliest first.
    static func current(_ session: Session, _ login: String) throws -> [Absence] {
        try session.all(
            """
            SELECT role_name, deputy, from_on, until_on FROM absence
            WHERE role_name = \(login)::name AND withdrawn_at IS NULL AND until_on >= office_today() ORDER BY from_on
            """, Absence.init)
    }
}
