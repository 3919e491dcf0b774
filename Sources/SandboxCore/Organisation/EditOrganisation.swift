public import Postgres
public import SandboxDomain

/// What an edit does to a value that may be absent.
public enum Edit<Value: Sendable & Hashable>: Sendable, Hashable {
    /// Leaves it as it is.
    case keep
    /// Replaces it; nil removes it.
    case set(Value?)

    /// What it makes of a value.
    package func applied(to value: Value?) -> Value? {
        switch self {
        case .keep: value
        case .set(let new): new
        }
    }
}

/// An operator or the desk corrects what the register says of an organisation.
public struct EditOrganisation: Operation {
    /// A new name.
    public var rename: OrganisationName?
    /// The name in English.
    public var englishName = Edit<String>.keep
    /// A company's business registration number.
    public var registrationNumber = Edit<RegistrationNumber>.keep
    /// The new name is that of another organisation, though one has the same but for its spelling.
    public var isDistinct = false
    /// The day from which it takes part in nothing new.
    public var closedOn = Edit<CivilDate>.keep
    let name: String
    let version: Int

    /// - Parameter version: the one the edit was made from; if it is no longer the last, the edit is a conflict.
    public init(_ name: String, version: Int) { (self.name, self.version) = (name, version) }

    /// - Throws: `Conflict` with both sides if somebody else has edited the organisation since.
    public func perform(_ session: Session) throws -> Organisation {
        _ = try Principal.current(session).required([.operator, .desk])
        let now = try OrganisationStore.view(session, name, locking: true)
        let wanted = Organisation(
            id: now.id, name: normalised(rename?.text ?? now.name), kind: now.kind,
            englishName: englishName.applied(to: now.englishName).map(normalised),
            registrationNumber: newNumber(now.registrationNumber),
            closedOn: closedOn.applied(to: now.closedOn), version: now.version)
        guard now.version == version else {
            throw Conflict(
                now.name, yourVersion: version, theirVersion: now.version, fields: wanted.differences(from: now))
        }
        guard wanted != now else { return now }
        if wanted.name != now.name, try session.exists("SELECT FROM organisation WHERE name = \(wanted.name)") {
            throw Refusal.organisation(.exists(wanted.name))
        }
        if wanted.name != now.name {
            try OrganisationRule.mayBeCalled(
                wanted.name,
                sameAs: try OrganisationStore.same(session, wanted.name, wanted.kind, besides: now.name),
                isDistinct: isDistinct)
        }
        if let number = wanted.registrationNumber, number != now.registrationNumber {
            try OrganisationRule.mayHave(number, ownedBy: try OrganisationStore.owner(session, of: number))
        }
        return try session.one(
            """
            UPDATE organisation SET name = \(wanted.name), name_en = \(wanted.englishName),
                registration_no = \(wanted.registrationNumber), closed_on = \(wanted.closedOn)
            WHERE organisation_id = \(now.id)
            RETURNING organisation_id, name, kind, name_en, registration_no, closed_on, version
            """, Organisation.init)
    }
}

extension EditOrganisation {
    private func newNumber(_ old: String?) -> String? {
        switch registrationNumber {
        case .keep: old
        case .set(let number): number?.text
        }
    }
}

extension Organisation {
    fileprivate func differences(from theirs: Organisation) -> [Conflict.Field] {
        let fields = [
            Conflict.Field("name", yours: name, theirs: theirs.name),
            Conflict.Field("name_en", yours: englishName, theirs: theirs.englishName),
            Conflict.Field("registration_no", yours: registrationNumber, theirs: theirs.registrationNumber),
            Conflict.Field(
                "closed_on", yours: closedOn.map(\.description), theirs: theirs.closedOn.map(\.description)),
        ]
        return fields.filter { $0.yours != $0.theirs }
    }
}
