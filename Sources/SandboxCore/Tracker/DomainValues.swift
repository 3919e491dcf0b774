public import Postgres
public import SandboxDomain

// How the words of the domain stand in the database: codes as text, identifiers as bigint.

extension Stage: PostgresValue {}
extension Opinion: PostgresValue {}
extension DecisionOutcome: PostgresValue {}
extension ReformStatus: PostgresValue {}
extension WaitingOn: PostgresValue {}
extension OrganisationKind: PostgresValue {}
extension InboxTask: PostgresValue {}
extension ConditionPhase: PostgresValue {}
extension Gap.Kind: PostgresValue {}
extension AuditProblem: PostgresValue {}
extension PeriodUnit: PostgresValue {}
extension StopCause: PostgresValue {}
extension MissedEffect: PostgresValue {}
extension ClockState: PostgresValue {}
extension ClockDebtor: PostgresValue {}
extension LapseResolution: PostgresValue {}
extension ClockProblem: PostgresValue {}

extension CaseFileID: PostgresValue {}
extension OrganisationID: PostgresValue {}
extension ConsultationID: PostgresValue {}
extension SupplementID: PostgresValue {}
extension DecisionID: PostgresValue {}
extension AttachmentID: PostgresValue {}
extension RoadmapID: PostgresValue {}
extension ReformTaskID: PostgresValue {}
extension EventID: PostgresValue {}

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
