internal import Postgres
public import SandboxDomain

/// A liability insurance, or the plan of compensation in its place (Act 37⑩, 38의3⑥).
public enum Insurance: Sendable {
    /// An insurance with its covers by code; the first and last day it covers.
    case policy(
        insurer: String, number: String, from: CivilDate, to: CivilDate, covers: [(code: String, amount: Int64)])
    /// A plan of compensation, to be agreed with the authority.
    case compensationPlan
}

/// A periodic or result report of a trial.
public struct TrialReport: Sendable {
    /// Periodic, or the result at the end.
    public var kind: TrialReportKind
    /// How much of the plan is done, in percent.
    public var progress: Int?
    /// How many people use it.
    public var users: Int?
    /// The problem log: what happened, what was done about it, and whether that is done.
    public var problems: [(title: String, remedy: String?, isDone: Bool)] = []
    /// The condition log: which condition, and whether it is done or not due yet.
    public var conditions: [(number: Int, isDone: Bool)] = []

    /// A report of that kind.
    public init(_ kind: TrialReportKind) { self.kind = kind }
}

/// What a ministry plans for its law, or why it cannot (RegAct 19의3⑧).
public enum RevisionPlan: Sendable {
    /// What changes in which provision, and by when.
    case change(String, provision: String, by: CivilDate, task: TaskReference?)
    /// The reason no change can be begun.
    case whyNot(String)
}

extension ActOnGrant.Detail {
    /// Whether its fields can be used.
    func check() throws(BadInput) {
        switch self {
        case .insurance(.policy(_, _, let from, let to, let covers)):
            if to < from { throw BadInput(.endsBeforeStart, field: .to) }
            for cover in covers { try BadInput.check(cover.amount, in: 0...Int64.max, .cover) }
        case .report(let report):
            try BadInput.check(report.progress, in: 0...100, .progress)
            try BadInput.check(report.users, in: 0...Int(Int32.max), .users)
        case .insurance(.compensationPlan), .plan: break
        }
    }

    /// Writes what belongs to the act.
    func insert(_ session: Session, _ id: GrantActID, _ grant: GrantStore.Row) throws {
        let caseID = grant.subject.id
        switch self {
        case .insurance(.compensationPlan):
            try session.execute(
                """
                INSERT INTO insurance (grant_act_id, case_file_id, kind) VALUES (\(id), \(caseID), 'compensation-plan')
                """)
        case .insurance(.policy(let insurer, let number, let from, let to, let covers)):
            let known = try session.all(
                "SELECT cover, name_ko, name_en FROM insurance_minimum WHERE regime = \(grant.subject.regime) ORDER BY position",
                NamedCode.init)
            let codes = try covers.map { cover in
                guard let code = known.code(said: cover.code) else {
                    throw BadInput(.unknownWord(cover.code, known: known.map(\.code)), field: .cover)
                }
                return code
            }
            try session.execute(
                """
                INSERT INTO insurance (grant_act_id, case_file_id, kind, insurer, policy_no, covers_from, covers_to)
                VALUES (\(id), \(caseID), 'insurance', \(normalised(insurer)), \(normalised(number)), \(from), \(to))
                """)
            try session.execute(
                """
                INSERT INTO insurance_cover (grant_act_id, case_file_id, cover, amount)
                SELECT \(id), \(caseID), c.cover, c.amount
                FROM unnest(\(codes)::text[], \(covers.map(\.amount))::bigint[]) AS c (cover, amount)
                """)
        case .report(let report): try report.insert(session, id, caseID)
        case .plan(.change(let change, let provision, let by, let task)):
            let taskID = try task.map { try TaskStore.get(session, $0).id }
            try session.execute(
                """
                INSERT INTO revision_plan (grant_act_id, case_file_id, change, provision, by_on, reform_task_id)
                VALUES (\(id), \(caseID), \(normalised(change)), \(normalised(provision)), \(by), \(taskID))
                """)
        case .plan(.whyNot(let reason)):
            try session.execute(
                """
                INSERT INTO revision_plan (grant_act_id, case_file_id, why_not)
                VALUES (\(id), \(caseID), \(normalised(reason)))
                """)
        }
    }
}

extension TrialReport {
    fileprivate func insert(_ session: Session, _ id: GrantActID, _ caseID: CaseFileID) throws {
        try session.execute(
            """
            INSERT INTO trial_report (grant_act_id, case_file_id, kind, progress, users)
            VALUES (\(id), \(caseID), \(kind), \(progress.map(Int64.init)), \(users.map(Int64.init)))
            """)
        try session.execute(
            """
            INSERT INTO report_problem (grant_act_id, case_file_id, problem_no, title, remedy, is_done)
            SELECT \(id), \(caseID), p.n, p.title, p.remedy, p.is_done
            FROM unnest(\(problems.map { normalised($0.title) })::text[],
                \(problems.map { $0.remedy.map(normalised) })::text[], \(problems.map(\.isDone))::boolean[])
                WITH ORDINALITY AS p (title, remedy, is_done, n)
            """)
        try session.execute(
            """
            INSERT INTO report_condition (grant_act_id, case_file_id, condition_no, is_done)
            SELECT \(id), \(caseID), c.number, c.is_done
            FROM unnest(\(conditions.map { Int64($0.number) })::bigint[], \(conditions.map(\.isDone))::boolean[])
                AS c (number, is_done)
            """)
    }
}
