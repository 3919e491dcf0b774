public import Postgres
public import SandboxDomain

/// The desk keeps a field of a grant out of the public register, on a ground of the law. Withholding it again changes the
/// ground.
public struct WithholdField: Operation {
    let reference: CaseReference
    let field: RegisterField
    let ground: String

    /// - Parameter ground: its code in reference data, e.g. `trade-secret`.
    public init(_ field: RegisterField, of reference: CaseReference, ground: String) {
        (self.reference, self.field, self.ground) = (reference, field, ground)
    }

    /// Performs the act; returns the article it rests on.
    public func perform(_ session: Session) throws -> String {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let (outcome, grants) = try session.one(
            """
            SELECT (SELECT d.outcome FROM decision AS d WHERE d.case_file_id = \(subject.id)), t.grants
            FROM track AS t WHERE t.regime = \(subject.regime) AND t.track = \(subject.track)
            """
        ) { (outcome: DecisionOutcome?, grants: Bool) in (outcome, grants) }
        try RegisterRule.mayWithhold(of: subject.reference, outcome: outcome, trackGrants: grants)
        let grounds = try session.all(
            """
            SELECT ground, basis FROM disclosure_ground WHERE regime = \(subject.regime) AND closed_on IS NULL
            ORDER BY position
            """
        ) { (ground: String, basis: String) in (ground: ground, basis: basis) }
        guard let chosen = grounds.first(where: { $0.ground == ground }) else {
            throw BadInput(.unknownWord(ground, known: grounds.map(\.ground)), field: .ground)
        }
        try session.execute("SELECT remove_rows('register_withholding', \(subject.id), ARRAY[\(field.rawValue)])")
        try session.execute(
            """
            INSERT INTO register_withholding (case_file_id, field, regime, ground)
            VALUES (\(subject.id), \(field.rawValue), \(subject.regime), \(ground))
            """)
        return chosen.basis
    }
}

/// The desk shows a field of a grant in the public register again.
public struct DiscloseField: Operation {
    let reference: CaseReference
    let field: RegisterField

    /// A field that is withheld; nothing changes for one that is not.
    public init(_ field: RegisterField, of reference: CaseReference) {
        (self.reference, self.field) = (reference, field)
    }

    /// Performs the act; returns whether the field was withheld before.
    public func perform(_ session: Session) throws -> Bool {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        return try session.exists(
            "SELECT FROM remove_rows('register_withholding', \(subject.id), ARRAY[\(field.rawValue)])")
    }
}
