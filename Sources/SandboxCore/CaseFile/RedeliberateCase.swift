public import Postgres
public import SandboxDomain

/// The company asks to have a rejection deliberated again (재심의: RegAct 19의3⑥; its decree 13의4).
public struct RedeliberateCase: OnceOnly {
    public typealias Outcome = MovedCase
    public static let act = "redeliberate"
    let reference: CaseReference
    let ground: RedeliberationGround
    let statement: String
    let wantsHearing: Bool

    /// - Parameters:
    ///   - statement: the new evidence, or what has changed.
    ///   - wantsHearing: whether the company asks to speak before the committee.
    public init(
        _ reference: CaseReference, ground: RedeliberationGround, statement: String, wantsHearing: Bool = false
    ) {
        (self.reference, self.ground) = (reference, ground)
        (self.statement, self.wantsHearing) = (statement, wantsHearing)
    }

    public var fingerprint: Fingerprint {
        Fingerprint([reference.description, ground.rawValue, statement, wantsHearing.description])
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        try facts(session, subject).mayAsk()
        try session.execute(
            """
            INSERT INTO redeliberation (case_file_id, ground, statement, wants_hearing)
            VALUES (\(subject.id), \(ground), \(normalised(statement)), \(wantsHearing))
            """)
        return subject.id.number
    }

    private func facts(_ session: Session, _ subject: CaseFileFacts) throws -> RedeliberationFacts {
        let decision = try session.first(
            """
            SELECT d.outcome, act_until('rejected', d.case_file_id, d.decision_id)
            FROM latest_decision AS d JOIN case_file AS c USING (case_file_id)
            WHERE d.case_file_id = \(subject.id) AND c.origin = 'filed'
            """
        ) { (outcome: DecisionOutcome, lastDay: CivilDate?) in (outcome: outcome, lastDay: lastDay) }
        return RedeliberationFacts(
            outcome: decision?.outcome,
            wasAsked: try session.exists("SELECT FROM redeliberation WHERE case_file_id = \(subject.id)"),
            today: try session.one("SELECT authority_date(\(subject.regime))", as: CivilDate.self),
            lastDay: decision?.lastDay)
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> MovedCase {
        try session.one("SELECT case_file_id, reference, stage FROM case_file WHERE case_file_id = \(receipt)") {
            (id: CaseFileID, number: String?, stage: Stage) in
            MovedCase(reference: CaseReference(number: number, id), stage: stage)
        }
    }
}
