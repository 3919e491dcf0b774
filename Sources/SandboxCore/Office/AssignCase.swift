public import Postgres
public import SandboxDomain

/// A case becomes the work of a person of the acting organisation (담당자 지정), or nobody's in particular. The colleagues go on seeing
/// it and may act on it; nobody outside learns whose work it is.
public struct AssignCase: Operation {
    let reference: CaseReference
    let assignee: Assignee
    let reason: String?

    /// Whose work a case becomes.
    public enum Assignee: Sendable {
        /// The acting person's.
        case me
        /// That person's, a colleague or the acting person.
        case person(RoleName)
        /// Nobody's in particular any more.
        case nobody
    }

    /// - Parameters:
    ///   - reference: a visible case.
    ///   - reason: why, for the log; nil: none is given.
    public init(_ reference: CaseReference, to assignee: Assignee = .me, reason: String? = nil) {
        (self.reference, self.assignee, self.reason) = (reference, assignee, reason)
    }

    public func perform(_ session: Session) throws -> AssignedCase {
        let acting = try Principal.current(session)
        _ = try acting.required(GroupRole.withWork)
        let subject = try CaseFileStore.get(session, reference)
        let login: String? =
            switch assignee {
            case .me: acting.roleName
            case .person(let name): name.text
            case .nobody: nil
            }
        if let login { try PersonStore.mayReceive(session, login) }
        try session.execute(
            """
            INSERT INTO case_assignment AS a (case_file_id, role_name, reason)
            VALUES (\(subject.id), \(login)::name, \(reason.map(normalised)))
            ON CONFLICT ON CONSTRAINT case_assignment_case_key DO UPDATE
            SET (role_name, reason) = (excluded.role_name, excluded.reason)
            """)
        return AssignedCase(reference: subject.reference, assignedTo: login)
    }
}

/// Whose work a case is now.
public struct AssignedCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The login; nil: nobody's in particular.
    public let assignedTo: String?
}

extension GroupRole {
    /// Those whose persons divide the work of an organisation among themselves.
    static let withWork: [GroupRole] = [.company, .ministry, .desk]
}

extension PersonStore {
    /// - Throws: `Refusal`, in the same words for a person of somebody else and for one that is not there.
    static func mayReceive(_ session: Session, _ login: String, from giver: String? = nil) throws {
        let isColleague: Bool = try session.one("SELECT may_receive_work(\(login)::name)")
        try OfficeRule.mayReceive(login, isColleague: isColleague, from: giver)
    }
}
