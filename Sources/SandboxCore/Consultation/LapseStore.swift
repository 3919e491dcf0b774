internal import Postgres
internal import SandboxDomain

/// Reads the table `lapse`.
enum LapseStore {
    /// The latest lapse of a ministry on a case, and its state.
    /// - Throws: `Refusal.consultation(.lapseMissing)`.
    static func latest(
        _ session: Session, _ subject: CaseFileFacts, _ ministry: OrganisationStore.Facts
    ) throws -> (id: Int64, facts: LapseFacts) {
        let found = try session.first(
            """
            SELECT l.lapse_id, l.contested_at IS NOT NULL, l.resolved_at IS NOT NULL
            FROM lapse AS l JOIN consultation AS k USING (consultation_id)
            WHERE l.case_file_id = \(subject.id) AND k.ministry_id = \(ministry.id) AND l.undone_at IS NULL
            ORDER BY l.lapse_id DESC LIMIT 1
            """
        ) { (id: Int64, isContested: Bool, isResolved: Bool) in
            (id: id, facts: LapseFacts(stage: subject.stage, isContested: isContested, isResolved: isResolved))
        }
        guard let found else { throw Refusal.consultation(.lapseMissing(ministry.name)) }
        return found
    }
}
