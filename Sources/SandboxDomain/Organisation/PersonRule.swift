/// The rules for persons and the organisations they act for.
public enum PersonRule {
    /// Whether a person of that role may act for an organisation of that kind, or for none: companies, ministries and the
    /// desk act for one that fits and is not closed.
    public static func mayBelong(
        _ role: GroupRole, to organisation: (name: String, kind: OrganisationKind, isClosed: Bool)?
    ) throws(Refusal) {
        guard let organisation else {
            if [.company, .ministry, .desk].contains(role) { throw .organisation(.required(role)) }
            return
        }
        guard organisation.kind.fits(role) else { throw .organisation(.wrongKind(role, organisation.kind)) }
        guard !organisation.isClosed else { throw .organisation(.closed(organisation.name)) }
    }

    /// Whether a login may be given: a new one. One that was disabled is not given again.
    ///
    /// - Parameter isDisabled: of the person who has the login; nil if nobody has it.
    public static func mayAdd(_ login: String, isDisabled: Bool?) throws(Refusal) {
        guard let isDisabled else { return }
        throw .organisation(isDisabled ? .personDisabled(login) : .personExists(login))
    }

    /// Whether a person who was disabled may log in again: if nobody closed the organisation meanwhile.
    public static func mayEnable(
        _ login: String, isDisabled: Bool, of organisation: (name: String, isClosed: Bool)?
    ) throws(Refusal) {
        guard isDisabled else { throw .organisation(.personEnabled(login)) }
        if let organisation, organisation.isClosed { throw .organisation(.closed(organisation.name)) }
    }

    /// Whether a person may be disabled: once, by somebody else, and not as the last who does casework or checks the log.
    ///
    /// - Parameter others: how many enabled persons of the same role would be left.
    public static func mayDisable(
        _ login: String, _ role: GroupRole, by acting: String, isDisabled: Bool, others: Int
    ) throws(Refusal) {
        guard login != acting else { throw .organisation(.personIsSelf) }
        guard !isDisabled else { throw .organisation(.personDisabled(login)) }
        guard others > 0 || ![.desk, .auditor].contains(role) else { throw .organisation(.personIsLast(role)) }
    }

    /// Whether a person's login may be given a password: one that is not disabled.
    public static func maySetPassword(_ login: String, isDisabled: Bool) throws(Refusal) {
        guard !isDisabled else { throw .organisation(.personDisabled(login)) }
    }

    /// Whether a person with these rights may do an act that is recorded so.
    ///
    /// ```swift
    /// try PersonRule.mayDo("decision", "decision", as: .desk, with: [.file, .sign])   // .rightMissing(.decide)
    /// ```
    public static func mayDo(
        _ entity: String, _ act: String, as role: GroupRole, with rights: [PersonRight]
    ) throws(Refusal) {
        let binding = PersonRight.acts.first { $0.role == role && $0.entity == entity && $0.act == act }
        if let binding, !rights.contains(binding.needs) { throw .organisation(.rightMissing(binding.needs)) }
    }

    /// The fewest characters of a password.
    public static let shortestPassword = 10

    /// Whether a password will do.
    public static func mayBePassword(_ password: String) throws(Refusal) {
        guard password.unicodeScalars.count >= shortestPassword else {
            throw .organisation(.passwordTooShort(shortestPassword))
        }
    }
}
