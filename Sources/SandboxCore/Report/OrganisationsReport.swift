public import Postgres
public import SandboxDomain

/// Who takes part, and how much waits for them.
public struct OrganisationsReport: RowQuery {
    /// Which organisations are listed.
    public enum Kind: String, StableCode {
        case company, ministry
    }

    /// Companies with their cases, or ministries with their consultations and reform tasks.
    public var kind = Kind.ministry
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// Ministries.
    public init() {}

    /// Hands on the rows, those with the highest numbers first.
    public func forEach(_ session: Session, _ body: (OrganisationsRow) throws -> Void) throws {
        try session.stream(
            .embedded("organisations", binding: kind.rawValue, regime?.code), OrganisationsRow.init, body)
    }
}

/// What one organisation has to do with the sandbox.
public struct OrganisationsRow: Sendable {
    /// Its name.
    public let name: String
    /// Cases of the company.
    public let cases: Int
    /// Those that are open.
    public let openCases: Int
    /// Decisions on them.
    public let decisions: Int
    /// Grants among these.
    public let grants: Int
    /// Rounds of consultation with the ministry.
    public let asked: Int
    /// Those without a reply.
    public let openConsultations: Int
    /// Half of its replies took no longer, in calendar days.
    public let medianDays: String?
    /// Reform tasks it owes that have not ended.
    public let tasks: Int

    init(
        name: String, cases: Int, openCases: Int, decisions: Int, grants: Int, asked: Int, openConsultations: Int,
        medianDays: String?, tasks: Int
    ) {
        (self.name, self.cases, self.openCases, self.decisions) = (name, cases, openCases, decisions)
        (self.grants, self.asked, self.openConsultations) = (grants, asked, openConsultations)
        (self.medianDays, self.tasks) = (medianDays, tasks)
    }
}
