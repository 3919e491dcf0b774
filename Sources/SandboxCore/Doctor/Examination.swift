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
    mutating func schema(found: Int?, agrees: Bool) throws {
        findings.append(
            Finding(
                .schema, agrees ? .ok : found == nil ? .hidden : .problem, found: found.map { String($0) },
                expected: String(Tracker.schemaVersion)))
        try check(.role) { session in
            let role = try session.one(
                """
                SELECT session_user::text, current_setting('is_superuser') = 'on' OR r.rolbypassrls
                FROM pg_roles AS r WHERE r.rolname = current_user
                """
            ) { (login: String, seesAll: Bool) in (login: login, seesAll: seesAll) }
            if role.seesAll { return [Finding(.role, .notice, role.login, found: "superuser")] }
            let group = agrees ? try Principal.current(session).role?.rawValue : nil
            return [Finding(.role, group == nil ? .notice : .ok, role.login, found: group)]
        }
    }
}
