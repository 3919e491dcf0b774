public import Postgres
public import SandboxDomain

/// Who reads, as far as it decides which rows there are: not the person.
public struct Reader: Query {
    /// The question takes nothing.
    public init() {}

    /// The group role, and the organisation if two persons of that role see different rows.
    public struct Answer: Sendable, Hashable {
        /// Nil for a login that is no enabled person.
        public let role: GroupRole?
        /// Of companies and ministries only.
        public let organisation: String?
    }

    /// Answers the question. Anyone may ask, also who may not read organisations.
    public func answer(_ session: Session) throws -> Answer {
        let role: GroupRole? = try session.one("SELECT acting_group()") { (role: GroupRole?) in role }
        guard role == .company || role == .ministry else { return Answer(role: role, organisation: nil) }
        return Answer(
            role: role,
            organisation: try session.first(
                "SELECT name FROM organisation WHERE organisation_id = acting_organisation_id()", as: String.self))
    }
}
