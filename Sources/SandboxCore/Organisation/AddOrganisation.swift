public import Postgres
public import SandboxDomain

/// An operator or the desk enters an organisation.
public struct AddOrganisation: Operation {
    let name: OrganisationName
    let kind: OrganisationKind
    let englishName: String?
    let registrationNumber: RegistrationNumber?
    let isDistinct: Bool

    /// - Parameters:
    ///   - registrationNumber: a company's business registration number (사업자등록번호).
    ///   - isDistinct: it is another organisation, though one has the same name but for its spelling.
    public init(
        _ name: OrganisationName, kind: OrganisationKind, englishName: String? = nil,
        registrationNumber: RegistrationNumber? = nil, isDistinct: Bool = false
    ) {
        (self.name, self.kind, self.englishName) = (name, kind, englishName)
        (self.registrationNumber, self.isDistinct) = (registrationNumber, isDistinct)
    }

    public func perform(_ session: Session) throws -> OrganisationID {
        _ = try Principal.current(session).required([.operator, .desk])
        let name = normalised(name.text)
        if try session.exists("SELECT FROM organisation WHERE name = \(name)") {
            throw Refusal.organisation(.exists(name))
        }
        try OrganisationRule.mayBeCalled(
            name, sameAs: try OrganisationStore.same(session, name, kind), isDistinct: isDistinct)
        if let number = registrationNumber?.text {
            try OrganisationRule.mayHave(number, ownedBy: try OrganisationStore.owner(session, of: number))
        }
        return try session.one(
            """
            INSERT INTO organisation (kind, name, name_en, registration_no)
            VALUES (\(kind), \(name), \(englishName.map(normalised)), \(registrationNumber?.text))
            RETURNING organisation_id
            """, as: OrganisationID.self)
    }
}
