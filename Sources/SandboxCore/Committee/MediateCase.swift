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
        let facts = try facts(session, subject)
        let day = day ?? facts.today
        switch step {
        case .begin(let council):
            try facts.mayBegin(on: day)
            try session.execute(
                """
                INSERT INTO mediation (case_file_id, council, begun_on) VALUES (\(subject.id), \(normalised(council)), \(day))
                """)
        case .end(let outcome):
            try facts.mayEnd(on: day)
            try session.execute(
                """
                UPDATE mediation SET ended_on = \(day), outcome = \(normalised(outcome))
                WHERE case_file_id = \(subject.id) AND ended_on IS NULL
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

    private func facts(_ session: Session, _ subject: CaseFileFacts) throws -> MediationFacts {
        try session.one(
            """
            SELECT authority_date(c.regime, coalesce(c.filed_at, now())), authority_date(c.regime),
                (SELECT m.begun_on FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL),
                (SELECT max(m.ended_on) FROM mediation AS m WHERE m.case_file_id = c.case_file_id)
            FROM case_file AS c WHERE c.case_file_id = \(subject.id)
            """
        ) { (filedOn: CivilDate, today: CivilDate, openSince: CivilDate?, lastEndedOn: CivilDate?) in
            MediationFacts(
                stage: subject.stage, filedOn: filedOn, today: today, openSince: openSince, lastEndedOn: lastEndedOn)
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
