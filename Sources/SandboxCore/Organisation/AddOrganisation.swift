public import Postgres
public import SandboxDomain

/// An operator or the desk enters an organisation.
public struct AddOrganisation: Operation {
    let name: OrganisationName
    let kind: OrganisationKind
    let englishName: String?
    let registrationNumber: String?

    /// - Parameter registrationNumber: a company's business registration number (사업자등록번호).
    public init(
        _ name: OrganisationName, kind: OrganisationKind, englishName: String? = nil, registrationNumber: String? = nil
    ) {
        (self.name, self.kind, self.englishName) = (name, kind, englishName)
        self.registrationNumber = registrationNumber
    }

    public func perform(_ session: Session) throws -> OrganisationID {
        _ = try Principal.current(session).required([.operator, .desk])
        let name = normalised(name.text)
        if try session.exists("SELECT FROM organisation WHERE name = \(name)") {
            throw Refusal.organisation(.exists(name))
        }
        return try session.one(
            """
            INSERT INTO organisation (kind, name, name_en, registration_no)
            VALUES (\(kind), \(name), \(englishName.map(normalised)), \(registrationNumber.map(normalised)))
            RETURNING organisation_id
            """, as: OrganisationID.self)
    }
}
