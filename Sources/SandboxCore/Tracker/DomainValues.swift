public import Postgres
public import SandboxDomain

// How the words of the domain are stored in the database: codes as text, identifiers as bigint.

extension Stage: PostgresValue {}
extension Opinion: PostgresValue {}
extension DecisionOutcome: PostgresValue {}
extension ReformStatus: PostgresValue {}
extension Milestone: PostgresValue {}
extension Standing: PostgresValue {}
extension LawLevel: PostgresValue {}
extension TaskReferenceKind: PostgresValue {}
extension CommitmentKind: PostgresValue {}
extension CommitmentState: PostgresValue {}
extension EvidenceKind: PostgresValue {}
extension PointKind: PostgresValue {}
extension WaitingOn: PostgresValue {}
extension AttributedParty: PostgresValue {}
extension OrganisationKind: PostgresValue {}
extension PersonRight: PostgresValue {}
extension InboxTask: PostgresValue {}
extension ConditionPhase: PostgresValue {}
extension ResponsibleParty: PostgresValue {}
extension ConditionState: PostgresValue {}
extension ChangeOpinion: PostgresValue {}
extension MeetingForm: PostgresValue {}
extension MemberCapacity: PostgresValue {}
extension RecusalKind: PostgresValue {}
extension RecusalGround: PostgresValue {}
extension Vote: PostgresValue {}
extension CorrectedRecord: PostgresValue {}
extension SupplementEnding: PostgresValue {}
extension AgendaResult: PostgresValue {}
extension CommitteeNeed: PostgresValue {}
extension RedeliberationGround: PostgresValue {}
extension DispositionKind: PostgresValue {}
extension ObjectionRuling: PostgresValue {}
extension RecallSubject: PostgresValue {}
extension Reliance: PostgresValue {}
extension GrantState: PostgresValue {}
extension GrantReason: PostgresValue {}
extension GrantAct: PostgresValue {}
extension RevisionFinding: PostgresValue {}
extension RevisionStep: PostgresValue {}
extension TrialReportKind: PostgresValue {}
extension Gap.Kind: PostgresValue {}
extension AuditProblem: PostgresValue {}
extension PeriodUnit: PostgresValue {}
extension Certainty: PostgresValue {}
extension StopCause: PostgresValue {}
extension MissedEffect: PostgresValue {}
extension DeadlineState: PostgresValue {}
extension DeadlineDebtor: PostgresValue {}
extension LapseResolution: PostgresValue {}
extension DeadlineProblem: PostgresValue {}
extension SearchedPart: PostgresValue {}
extension PaperKind: PostgresValue {}

extension CaseFileID: PostgresValue {}
extension OrganisationID: PostgresValue {}
extension ConsultationID: PostgresValue {}
extension SupplementID: PostgresValue {}
extension DecisionID: PostgresValue {}
extension MeetingID: PostgresValue {}
extension AgendaItemID: PostgresValue {}
extension AttachmentID: PostgresValue {}
extension RoadmapID: PostgresValue {}
extension ReformTaskID: PostgresValue {}
extension EventID: PostgresValue {}
extension GrantID: PostgresValue {}
extension GrantActID: PostgresValue {}

extension Bindable where Self: SandboxDomain.Identifier {
    /// `bigint`.
    public static var postgresType: PostgresType { Int64.postgresType }
    /// The number.
    public var bindValue: BindValue { number.bindValue }
}

extension ColumnDecodable where Self: SandboxDomain.Identifier {
    /// Reads a `bigint`.
    public init(cell: borrowing Cell) throws(PostgresError) { self.init(try Int64(cell: cell)) }
}

extension TrackCode: PostgresValue {
    /// Text whose type the column decides.
    public static var postgresType: PostgresType { String.postgresType }
    /// The code.
    public var bindValue: BindValue { code.bindValue }
    /// Reads the code.
    public init(cell: borrowing Cell) throws(PostgresError) { self.init(try String(cell: cell)) }
}

extension RegimeCode: PostgresValue {
    /// Text whose type the column decides.
    public static var postgresType: PostgresType { String.postgresType }
    /// The code.
    public var bindValue: BindValue { code.bindValue }
    /// Reads the code.
    public init(cell: borrowing Cell) throws(PostgresError) { self.init(try String(cell: cell)) }
}

extension CivilDate: PostgresValue {
    /// `date`.
    public static var postgresType: PostgresType { PostgresDate.postgresType }
    /// The day in ISO form.
    public var bindValue: BindValue { .text(description) }
    /// Reads a `date`.
    public init(cell: borrowing Cell) throws(PostgresError) {
        let date = try PostgresDate(cell: cell)
        guard let day = CivilDate(year: date.year, month: date.month, day: date.day) else {
            throw cell.mismatch(CivilDate.self)
        }
        self = day
    }
}

extension GroupRole: PostgresValue {
    /// Text.
    public static var postgresType: PostgresType { String.postgresType }
    /// The PostgreSQL role, e.g. `sandbox_desk`.
    public var bindValue: BindValue { databaseRole.bindValue }
    /// Reads the PostgreSQL role.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let role = GroupRole(databaseRole: try String(cell: cell)) else { throw cell.mismatch(GroupRole.self) }
        self = role
    }
}

extension DueRule: PostgresValue {
    /// Text whose type the column decides.
    public static var postgresType: PostgresType { String.postgresType }
    /// The rule in words.
    public var bindValue: BindValue { description.bindValue }
    /// Reads the rule.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let rule = try? DueRule(try String(cell: cell)) else { throw cell.mismatch(DueRule.self) }
        self = rule
    }
}
