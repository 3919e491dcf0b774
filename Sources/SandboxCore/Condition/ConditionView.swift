public import Postgres
public import SandboxDomain

/// One condition with all its versions and all evidence filed for it.
public struct ConditionView: Query {
    let reference: CaseReference
    let number: Int

    /// - Parameter number: the condition's number.
    public init(_ reference: CaseReference, number: Int) { (self.reference, self.number) = (reference, number) }

    public func answer(_ session: Session) throws -> ConditionDetail {
        let subject = try CaseFileStore.get(session, reference)
        let standing = try ConditionList(reference).answer(session).first { $0.number == number }
        guard let standing else { throw NotFound(.condition, "\(reference) #\(number)") }
        let changes = try session.all(
            """
            SELECT k.change_no, k.text, k.reason, o.name, authority_date(c.regime, k.asked_at), k.is_accepted, k.ruling
            FROM condition_change AS k JOIN case_file AS c USING (case_file_id) JOIN latest_decision AS d USING (decision_id)
            JOIN organisation AS o ON o.organisation_id = k.asked_by_id
            WHERE k.case_file_id = \(subject.id) AND k.condition_no = \(Int64(number)) ORDER BY k.change_no
            """, ConditionDetail.Change.init)
        let replies = try session.all(
            """
            SELECT k.change_no, o.name, r.opinion, r.reason, authority_date(c.regime, r.replied_at)
            FROM change_reply AS r JOIN condition_change AS k USING (condition_change_id)
            JOIN case_file AS c ON c.case_file_id = k.case_file_id JOIN latest_decision AS d USING (decision_id)
            JOIN organisation AS o ON o.organisation_id = r.ministry_id
            WHERE k.case_file_id = \(subject.id) AND k.condition_no = \(Int64(number)) ORDER BY k.change_no, r.replied_at
            """, ConditionDetail.Reply.init)
        return ConditionDetail(
            reference: subject.reference, condition: standing, changes: changes, replies: replies,
            evidence: try evidence(session, subject.id))
    }

    /// Analysts read no papers: their role has no right to these columns.
    private func evidence(_ session: Session, _ id: CaseFileID) throws -> [ConditionDetail.Evidence] {
        let isAnalyst = try Principal.current(session).role == .analyst
        let papers: SQL =
            isAnalyst
            ? "NULL::text, NULL::text, NULL::bigint, NULL::text"
            : "e.note, e.file_name, e.size, encode(e.sha256, 'hex')"
        return try session.all(
            """
            SELECT e.evidence_no, authority_date(c.regime, e.filed_at), \(papers), e.is_confirmed, e.ruling
            FROM condition_evidence AS e JOIN case_file AS c USING (case_file_id) JOIN latest_decision AS d USING (decision_id)
            WHERE e.case_file_id = \(id) AND e.condition_no = \(Int64(number)) ORDER BY e.evidence_no
            """, ConditionDetail.Evidence.init)
    }
}

/// A condition in full.
public struct ConditionDetail: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The condition as it is now.
    public let condition: StandingCondition
    /// The changes asked for, in order.
    public let changes: [Change]
    /// What the ministries said of them, in order.
    public let replies: [Reply]
    /// The evidence filed, in order.
    public let evidence: [Evidence]

    /// A change that was asked for.
    public struct Change: Sendable {
        /// Its number.
        public let number: Int
        /// The condition in its new words.
        public let text: String
        /// Why.
        public let reason: String
        /// Who asked.
        public let askedBy: String
        /// When.
        public let askedOn: CivilDate
        /// Whether it was accepted; nil while nobody has ruled on it.
        public let isAccepted: Bool?
        /// What the desk said.
        public let ruling: String?
    }

    /// What a ministry said of a change.
    public struct Reply: Sendable {
        /// The number of the change.
        public let change: Int
        /// The ministry.
        public let ministry: String
        /// What it said.
        public let opinion: ChangeOpinion
        /// Why.
        public let reason: String?
        /// When.
        public let repliedOn: CivilDate
    }

    /// A piece of evidence.
    public struct Evidence: Sendable {
        /// Its number.
        public let number: Int
        /// When it was filed.
        public let filedOn: CivilDate
        /// What the company says.
        public let note: String?
        /// The name of the file.
        public let fileName: String?
        /// Its size in bytes.
        public let size: Int?
        /// Its SHA-256, in hexadecimal digits.
        public let sha256: String?
        /// Whether it was confirmed; nil while nobody has ruled on it.
        public let isConfirmed: Bool?
        /// What the desk said.
        public let ruling: String?
    }
}
