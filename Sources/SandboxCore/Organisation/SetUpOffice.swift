public import Postgres
public import SandboxDomain

/// An operator sets up an office: the authority, the ministries that are consulted, and somebody at the desk.
///
/// What is there already stays as it is, so the act can be repeated.
public struct SetUpOffice: Operation {
    /// Whose office it is; nil for the one that is there, else the issuer that the first regime names.
    public var authority: OrganisationName?
    /// The ministries to be entered; nil for all that the regimes know by name.
    public var ministries: [OrganisationName]?
    /// The login of somebody at the desk; nil for whoever is there, else `desk`.
    public var desk: RoleName?
    /// How somebody new at the desk is called.
    public var displayName: String

    public init(
        authority: OrganisationName? = nil, ministries: [OrganisationName]? = nil, desk: RoleName? = nil,
        displayName: String
    ) {
        (self.authority, self.ministries, self.desk, self.displayName) = (authority, ministries, desk, displayName)
    }

    /// The office as it is now.
    public struct Office: Sendable {
        /// Whose it is.
        public let authority: String
        /// Whether the authority was entered.
        public let isAuthorityNew: Bool
        /// The ministries that were asked for, as the register calls them.
        public let ministries: [String]
        /// How many of them were entered.
        public let entered: Int
        /// Who is at the desk.
        public let desk: Person
        /// Whether the person was made.
        public let isDeskNew: Bool
    }

    /// - Throws: `Refusal.organisation` if the authority's name is that of something else, or somebody else has the login;
    ///   `BadInput` if no authority is named and no regime names one.
    public func perform(_ session: Session) throws -> Office {
        try PersonStore.mayManage(session)
        let (name, isAuthorityNew) = try standing(session)
        let (ministries, entered) = try meet(session, besides: name)
        let (person, isDeskNew) = try atDesk(session, of: name)
        return Office(
            authority: name, isAuthorityNew: isAuthorityNew, ministries: ministries, entered: entered, desk: person,
            isDeskNew: isDeskNew)
    }

    /// The authority, entered if need be.
    private func standing(_ session: Session) throws -> (name: String, isNew: Bool) {
        if authority == nil,
            let there = try session.first(
                """
                SELECT name FROM organisation WHERE kind = 'authority' AND (closed_on > current_date) IS NOT FALSE
                ORDER BY organisation_id LIMIT 1
                """, as: String.self)
        {
            return (there, false)
        }
        let issuer = try session.first(
            "SELECT agency_ko, agency_en FROM paper_issuer ORDER BY regime LIMIT 1"
        ) { (korean: String, english: String) in (korean, english) }
        guard let name = authority?.text ?? issuer?.0 else { throw BadInput(.missingName(Field("authority"))) }
        if let same = try OrganisationStore.named(session, [name]).first(where: { $0.isLike(.authority) })?.registered {
            return (same, false)
        }
        _ = try AddOrganisation(
            OrganisationName(name), kind: .authority, englishName: issuer.flatMap { $0.0 == name ? $0.1 : nil }
        ).perform(session)
        return (name, true)
    }

    /// The ministries, those entered that are not there yet.
    private func meet(_ session: Session, besides authority: String) throws -> (names: [String], entered: Int) {
        let asked = try ministries?.map { normalised($0.text) } ?? known(session)
        var registered: [String: String] = [:]
        for meant in try OrganisationStore.named(session, asked + [authority]) where meant.isLike(.ministry) {
            registered[meant.name] = registered[meant.name] ?? meant.registered
        }
        let missing = asked.filter { registered[$0] == nil }
        try session.execute(
            """
            INSERT INTO organisation (kind, name)
            SELECT 'ministry', n.name FROM unnest(\(missing)::text[]) WITH ORDINALITY AS n (name, place) ORDER BY n.place
            """)
        return (asked.map { registered[$0] ?? $0 }.filter { $0 != authority }, missing.count)
    }

    /// The ministries that the regimes know other names of, in their order.
    private func known(_ session: Session) throws -> [String] {
        try session.all(
            """
            SELECT name FROM other_name WHERE kind = 'ministry' GROUP BY name ORDER BY min(regime), min(position)
            """, as: String.self)
    }

    /// Somebody at the desk of the authority, made if nobody is there.
    private func atDesk(_ session: Session, of authority: String) throws -> (person: Person, isNew: Bool) {
        let there = try PersonStore.list(
            session,
            """
            p.group_role = 'sandbox_desk' AND p.disabled_at IS NULL AND o.name = \(authority)
                AND (\(desk?.text)::text IS NULL OR p.role_name = \(desk?.text))
            """)
        if let person = there.first { return (person, false) }
        let login = try desk ?? RoleName("desk")
        let person = try AddPerson(login, role: .desk, organisation: authority, displayName: displayName)
            .perform(session)
        return (person, true)
    }
}
