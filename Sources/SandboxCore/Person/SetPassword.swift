public import Postgres
public import SandboxDomain

/// A person gives the own login a password, or an operator gives it to another person.
///
/// What goes to the server is what PostgreSQL keeps of it (SCRAM-SHA-256), made here: the password is in no statement and no log.
/// The log has that it was set, and by whom.
public struct SetPassword: Operation {
    let person: RoleName?
    let password: String

    /// - Parameters:
    ///   - person: whose login; nil: the acting person's.
    ///   - password: `PersonRule.shortestPassword` characters or more.
    public init(of person: RoleName? = nil, _ password: String) { (self.person, self.password) = (person, password) }

    public func perform(_ session: Session) throws -> String {
        let acting = try Principal.current(session)
        let login = person?.text ?? acting.roleName
        if login != acting.roleName {
            try PersonStore.mayManage(session)
            let isDisabled = try PersonStore.existing(session, [login])[0].isDisabled
            try PersonRule.maySetPassword(login, isDisabled: isDisabled)
        }
        try PersonRule.mayBePassword(password)
        let verifier = try session.scramVerifier(of: password, user: login)
        try session.execute("SELECT set_password(\(login), \(verifier))")
        return login
    }
}
