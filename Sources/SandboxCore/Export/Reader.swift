public import Postgres
public import SandboxDomain

/// Who reads, as far as it decides which rows there are: not the person; and by which rules.
public struct Reader: Query {
    public init() {}

    /// The group role, and the organisation if two persons of that role see different rows.
    public struct Answer: Sendable, Hashable {
        /// Nil for a login that is no enabled person.
        public let role: GroupRole?
        /// Of companies and ministries only.
        public let organisation: String?
        /// The newest version of each regime's rules.
        public let rules: [String: Int]
    }

    /// Answers the question. Anyone may ask, also who may not read organisations.
    public func answer(_ session: Session) throws -> Answer {
        let role = try GroupRole.acting(session)
        let rules = try session.all("SELECT regime, max(version) FROM regime_version GROUP BY regime") {
            (regime: String, version: Int) in (regime, version)
        }
        let organisation =
            role == .company || role == .ministry
            ? try session.first(
                "SELECT name FROM organisation WHERE organisation_id = acting_organisation_id()", as: String.self) : nil
        return Answer(role: role, organisation: organisation, rules: Dictionary(uniqueKeysWithValues: rules))
    }
}
