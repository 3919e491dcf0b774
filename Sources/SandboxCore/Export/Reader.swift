public import Postgres
public import SandboxDomain

/// Who reads, as far as this decides which rows there are, and by which rules. It does not identify the person.
public struct Reader: Query {
    public init() {}

    /// The group role, and the organisation if two persons of that role see different rows.
    public struct Answer: Sendable, Hashable {
        /// Nil for a login that is not an enabled person.
        public let role: GroupRole?
        /// Of companies and ministries only.
        public let organisation: String?
        /// The newest version of each regime's rules.
        public let rules: [String: Int]
        /// Whether the server is a standby, on which changes may be yet to come.
        public let isOnStandby: Bool
    }

    /// Anyone may ask, even those who may not read organisations.
    public func answer(_ session: Session) throws -> Answer {
        let role = try Principal.current(session).role
        let rules = try session.all("SELECT regime, max(version) FROM regime_version GROUP BY regime") {
            (regime: String, version: Int) in (regime, version)
        }
        let organisation =
            role == .company || role == .ministry
            ? try session.first(
                "SELECT name FROM organisation WHERE organisation_id = acting_organisation_id()", as: String.self) : nil
        return Answer(
            role: role, organisation: organisation, rules: Dictionary(uniqueKeysWithValues: rules),
            isOnStandby: try session.one("SELECT pg_is_in_recovery()", as: Bool.self))
    }
}
