/// What a person does in the sandbox: the PostgreSQL group role of which the person's login is a member.
public enum GroupRole: String, StableCode {
    /// A member of a company: drafts, files, answers supplements, withdraws.
    case company
    /// An officer of a consulted ministry: replies, asks for supplements.
    case ministry
    /// The lead authority's casework desk.
    case desk
    /// Reads everything filed except attachments and contact data; writes nothing.
    case analyst
    /// Reads everything and the event log; verifies and seals it.
    case auditor
    /// Migrates, manages organisations and persons; reads no case contents.
    case `operator`
    /// Anyone: the public register of grants.
    case `public`

    /// The role's name in PostgreSQL, e.g. `sandbox_company`.
    public var databaseRole: String { "sandbox_" + rawValue }

    /// The group role of that PostgreSQL name, or nil for any other name.
    public init?(databaseRole name: String) {
        guard name.hasPrefix("sandbox_") else { return nil }
        self.init(rawValue: String(name.dropFirst("sandbox_".count)))
    }
}
