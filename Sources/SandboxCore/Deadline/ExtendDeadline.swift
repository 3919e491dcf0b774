public import Postgres
public import SandboxDomain

/// Whoever owes an act extends its period, before it ends, as often and as long as the rule allows.
public struct ExtendDeadline: Operation {
    let reference: DeadlineReference
    let length: Int?
    let reason: String

    /// - Parameters:
    ///   - length: how much, in the unit of the rule's extension; nil for all it allows.
    ///   - reason: why; those who wait are told.
    public init(_ reference: DeadlineReference, by length: Int? = nil, reason: String) {
        (self.reference, self.length, self.reason) = (reference, length, reason)
    }

    public func perform(_ session: Session) throws -> ChangedDeadline {
        try BadInput.check(length, in: 1...3660, .by)
        let principal = try Principal.current(session)
        _ = try principal.required([.desk, .ministry])
        let deadline = try DeadlineStore.lock(session, reference, as: principal)
        let length = length ?? deadline.facts.rule.extensionLength?.count ?? 0
        try deadline.facts.mayExtend(by: length)
        try session.execute(
            """
            INSERT INTO deadline_extension (deadline_id, case_file_id, length, reason)
            VALUES (\(deadline.id), \(deadline.caseFileID), \(length), \(normalised(reason)))
            """)
        return try DeadlineStore.turned(session, deadline)
    }
}
