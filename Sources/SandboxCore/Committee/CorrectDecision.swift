public import Postgres
public import SandboxDomain

/// The desk puts a clerical error right (정정: 행정절차법 제25조), in a decision or in the minutes of its meeting. What was recorded stays as it
/// was; how it has to read is shown beside it, in the letter too.
public struct CorrectDecision: Operation {
    let reference: CaseReference
    let subject: CorrectedRecord
    let text: String
    let reason: String

    /// - Parameters:
    ///   - subject: what is corrected.
    ///   - text: how it has to read.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, _ subject: CorrectedRecord, text: String, reason: String) {
        (self.reference, self.subject, self.text, self.reason) = (reference, subject, text, reason)
    }

    /// - Throws: `Refusal.wrongStage` before the decision: then what is wrong is changed itself.
    public func perform(_ session: Session) throws -> Correction {
        _ = try Principal.current(session).required([.desk])
        let facts = try CaseFileStore.lock(session, reference)
        try subject.mayCorrect(at: facts.stage, text: text, reason: reason)
        let number = try session.one(
            """
            INSERT INTO correction (case_file_id, subject, text, reason)
            VALUES (\(facts.id), \(subject), \(normalised(text)), \(normalised(reason))) RETURNING correction_no
            """, as: Int.self)
        guard let made = try session.get(Correction.of(facts.id)).first(where: { $0.number == number }) else {
            throw NotFound(.decision, reference.description)
        }
        return made
    }
}

/// A correction of a decision or of the minutes.
public struct Correction: Sendable {
    /// The case.
    public let reference: CaseReference
    /// Its number within the case.
    public let number: Int
    /// What is corrected.
    public let subject: CorrectedRecord
    /// How it has to read.
    public let text: String
    /// What was wrong.
    public let reason: String
    /// The day of the correction.
    public let correctedOn: CivilDate
    /// Which decision of the case it is about; nil where that may not be seen.
    public let decision: Int?
    /// The meeting that decided, e.g. `main/3`; nil where there was none, or it may not be seen.
    public let meeting: String?

    static func of(_ id: CaseFileID) -> Statement<[Correction]> {
        .all(
            """
            SELECT c.case_file_id, c.reference, k.correction_no, k.subject, k.text, k.reason,
                authority_date(c.regime, k.corrected_at), d.decision_no, m.committee || '/' || m.meeting_no
            FROM correction AS k JOIN case_file AS c USING (case_file_id)
            LEFT JOIN decision AS d ON d.decision_id = k.decision_id
            LEFT JOIN agenda_item AS i ON i.agenda_item_id = d.agenda_item_id
            LEFT JOIN meeting AS m ON m.meeting_id = i.meeting_id
            WHERE k.case_file_id = \(id) ORDER BY k.correction_no
            """
        ) {
            (
                id: CaseFileID, number: String?, no: Int, subject: CorrectedRecord, text: String, reason: String,
                day: CivilDate, decision: Int?, meeting: String?
            ) in
            Correction(
                reference: CaseReference(number: number, id), number: no, subject: subject, text: text, reason: reason,
                correctedOn: day, decision: decision, meeting: meeting)
        }
    }
}
