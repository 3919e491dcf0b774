public import Postgres
public import SandboxDomain

/// The desk records that a conflict over a case is being mediated (갈등 조정), or that this has ended.
public struct MediateCase: Operation {
    let reference: CaseReference
    let step: Step
    let day: CivilDate?

    /// Beginning or end.
    public enum Step: Sendable {
        /// A council begins to mediate.
        case begin(council: String)
        /// It has ended, with this outcome.
        case end(outcome: String)
    }

    /// - Parameter day: nil for today on the authority's calendar.
    public init(_ reference: CaseReference, _ step: Step, on day: CivilDate? = nil) {
        (self.reference, self.step, self.day) = (reference, step, day)
    }

    public func perform(_ session: Session) throws -> MediatedCase {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let days = try session.one(
            """
            SELECT authority_date(regime, coalesce(filed_at, now())), authority_date(regime) FROM case_file
            WHERE case_file_id = \(subject.id)
            """
        ) { (filed: CivilDate, today: CivilDate) in (filed: filed, today: today) }
        let open = try session.first(
            """
            SELECT mediation_no, begun_on FROM mediation WHERE case_file_id = \(subject.id) AND ended_on IS NULL
            """
        ) { (number: Int, begun: CivilDate) in (number: number, begun: begun) }
        let day = day ?? days.today
        switch step {
        case .begin(let council):
            guard subject.stage == .received || subject.stage == .consulting else {
                throw Refusal.wrongStage(subject.stage, allowed: [.received, .consulting])
            }
            guard open == nil else { throw Refusal.committee(.mediationOpen) }
            let last = try session.one(
                "SELECT max(ended_on) FROM mediation WHERE case_file_id = \(subject.id)", as: CivilDate?.self)
            let earliest = max(days.filed, last.flatMap { $0.adding(days: 1) } ?? days.filed)
            try check(day, earliest, days.today)
            try session.execute(
                """
                INSERT INTO mediation (case_file_id, council, begun_on) VALUES (\(subject.id), \(normalised(council)), \(day))
                """)
        case .end(let outcome):
            guard let open else { throw Refusal.committee(.mediationNoneOpen) }
            try check(day, open.begun, days.today)
            try session.execute(
                """
                UPDATE mediation SET ended_on = \(day), outcome = \(normalised(outcome))
                WHERE case_file_id = \(subject.id) AND mediation_no = \(open.number)
                """)
        }
        return try session.one(
            """
            SELECT council, begun_on, ended_on FROM mediation WHERE case_file_id = \(subject.id)
            ORDER BY mediation_no DESC LIMIT 1
            """
        ) { (council: String, begun: CivilDate, ended: CivilDate?) in
            MediatedCase(reference: subject.reference, council: council, begunOn: begun, endedOn: ended)
        }
    }

    private func check(_ day: CivilDate, _ earliest: CivilDate, _ latest: CivilDate) throws {
        guard earliest <= day, day <= latest else {
            throw Refusal.committee(.mediationDateOutside(day, earliest: earliest, latest: latest))
        }
    }
}

/// A mediation.
public struct MediatedCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// Who mediates.
    public let council: String
    /// Since when.
    public let begunOn: CivilDate
    /// Until when; nil while it lasts.
    public let endedOn: CivilDate?
}
