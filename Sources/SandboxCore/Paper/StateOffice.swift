public import Postgres
public import SandboxDomain

/// The desk says what its office prints under its papers.
public struct StateOffice: Operation {
    let regime: RegimeCode?
    let change: @Sendable (IssuingOffice?) throws -> IssuingOffice

    /// - Parameters:
    ///   - regime: nil for the only one.
    ///   - change: what is said now, from what was said before.
    public init(_ regime: RegimeCode?, change: @escaping @Sendable (IssuingOffice?) throws -> IssuingOffice) {
        (self.regime, self.change) = (regime, change)
    }

    public func perform(_ session: Session) throws -> IssuingOffice {
        _ = try Principal.current(session).required([.desk])
        let regime = try RegimeStore.get(session, regime)
        let office = try change(try PaperStore.office(session, regime))
        try session.execute(
            """
            INSERT INTO issuing_office AS o (regime, division, postcode, address, homepage, phone, fax, email, approver)
            VALUES (\(regime), \(office.division), \(office.postcode), \(office.address), \(office.homepage),
                \(office.phone), \(office.fax), \(office.email), \(office.approver))
            ON CONFLICT ON CONSTRAINT issuing_office_pkey DO UPDATE SET (division, postcode, address, homepage, phone,
                fax, email, approver) = (excluded.division, excluded.postcode, excluded.address, excluded.homepage,
                excluded.phone, excluded.fax, excluded.email, excluded.approver)
            """)
        return office
    }
}

/// Somebody of the desk says how to reach whoever is in charge of a paper.
public struct StateOfficial: Operation {
    let login: String?
    let title: String
    let phone: String
    let fax: String?
    let email: String?

    /// - Parameter login: of whom; nil for the acting person.
    public init(_ login: String?, title: String, phone: String, fax: String?, email: String?) {
        (self.login, self.title, self.phone, self.fax, self.email) = (login, title, phone, fax, email)
    }

    public func perform(_ session: Session) throws -> PaperOfficial {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let login = login ?? principal.roleName
        guard try session.exists("SELECT FROM person WHERE role_name = \(login)::name") else {
            throw NotFound(.person, login)
        }
        try session.execute(
            """
            INSERT INTO paper_official AS o (role_name, title, phone, fax, email)
            VALUES (\(login), \(title), \(phone), \(fax), \(email))
            ON CONFLICT ON CONSTRAINT paper_official_pkey DO UPDATE SET (title, phone, fax, email)
                = (excluded.title, excluded.phone, excluded.fax, excluded.email)
            """)
        guard let stated = try PaperStore.official(session, login) else { throw NotFound(.person, login) }
        return stated
    }
}
