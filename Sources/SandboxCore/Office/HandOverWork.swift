public import Postgres
public import SandboxDomain

/// All open work of a person goes to a colleague, in one act (업무 인계): every case assigned to the person that is open, or on which
/// something is still to be done. Whose deputy the person was to be, the colleague is.
///
/// Done by the person, a colleague or an operator, who learns how many cases there were and not which.
public struct HandOverWork: Operation {
    let person: RoleName
    let successor: RoleName
    let reason: String

    /// - Parameters:
    ///   - person: whose work it is; may be disabled already.
    ///   - successor: an enabled person of the same organisation.
    ///   - reason: why; the log keeps it with every case.
    public init(of person: RoleName, to successor: RoleName, reason: String) {
        (self.person, self.successor, self.reason) = (person, successor, reason)
    }

    public func perform(_ session: Session) throws -> HandedOver {
        if try !session.one("SELECT acting_as_owner()", as: Bool.self) {
            _ = try Principal.current(session).required(GroupRole.withWork + [.operator])
        }
        let both = try PersonStore.existing(session, [person.text, successor.text])
        let (giver, taker) = (both[0], both[1])
        try OfficeRule.mayReceive(
            taker.roleName,
            isColleague: !taker.isDisabled && taker.organisation != nil && taker.organisation == giver.organisation
                && GroupRole.withWork.contains(taker.role),
            from: giver.roleName)
        let cases: Int = try session.one(
            "SELECT hand_over_work(\(person.text)::name, \(successor.text)::name, \(normalised(reason)))")
        return HandedOver(from: giver.roleName, to: taker.roleName, cases: cases)
    }
}

/// What was handed over.
public struct HandedOver: Sendable {
    /// Whose work it was.
    public let from: String
    /// Whose work it is.
    public let to: String
    /// How many cases it were.
    public let cases: Int
}
