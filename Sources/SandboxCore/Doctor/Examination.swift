internal import Postgres
internal import SandboxDomain

/// The findings of one transaction, as they are made.
struct Examination {
    let session: Session
    private(set) var findings: [Finding] = []

    init(_ session: Session) { self.session = session }

    /// Makes one check. What the role may not read becomes a finding of its own.
    mutating func check(_ check: Finding.Check, _ make: (Session) throws -> [Finding]) throws {
        do {
            findings += try session.savepoint { try make(session) }
        } catch let error as PostgresError where error.state == .insufficientPrivilege {
            findings.append(Finding(check, .hidden))
        } catch is NotPermitted {
            findings.append(Finding(check, .hidden))
        }
    }

    /// Makes one check whose statement lists the names of what is wrong.
    mutating func nothing(_ check: Finding.Check, _ wrong: SQL) throws {
        try self.check(check) { session in
            let names: [String] = try session.all(wrong)
            return names.isEmpty ? [Finding(check, .ok)] : names.map { Finding(check, .problem, $0) }
        }
    }

    /// Whose schema it is, and who asks.
    mutating func schema(_ state: CheckedDatabase.SchemaState) throws {
        let ours = String(Tracker.schemaVersion)
        var isOurs = false
        switch state {
        case .ours:
            isOurs = true
            findings.append(Finding(.schema, .ok, found: ours, expected: ours))
        case .hidden: findings.append(Finding(.schema, .hidden))
        case .other(let code, let found):
            findings.append(
                Finding(.schema, .problem, code.rawValue, found: found.map { String($0) }, expected: ours))
        }
        try check(.role) { [isOurs] session in
            let role = try session.one(
                """
                SELECT r.rolname::text, r.rolsuper OR r.rolbypassrls FROM pg_roles AS r WHERE r.rolname = current_user
                """
            ) { (login: String, seesAll: Bool) in (login: login, seesAll: seesAll) }
            if role.seesAll { return [Finding(.role, .notice, role.login, found: "superuser")] }
            guard isOurs else { return [Finding(.role, .notice, role.login)] }
            let group = try Principal.current(session).role
            return [Finding(.role, group == nil ? .notice : .ok, role.login, found: group?.rawValue)]
        }
    }
}
