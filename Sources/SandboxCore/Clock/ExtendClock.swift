public import Postgres
public import SandboxDomain

/// Whoever owes an act extends its period, before it ends, as often and as long as the rule allows.
public struct ExtendClock: Operation {
    let reference: ClockReference
    let length: Int?
    let reason: String

    /// - Parameters:
    ///   - length: how much, in the unit of the rule's extension; nil for all it allows.
    ///   - reason: why; those who wait are told.
    public init(_ reference: ClockReference, by length: Int? = nil, reason: String) {
        (self.reference, self.length, self.reason) = (reference, length, reason)
    }

    public func perform(_ session: Session) throws -> TurnedClock {
        try BadInput.check(length, in: 1...3660, .by)
        let principal = try Principal.current(session)
        _ = try principal.required([.desk, .ministry])
        let clock = try ClockStore.lock(session, reference, as: principal)
        let length = length ?? clock.facts.rule.extensionLength?.count ?? 0
        try clock.facts.mayExtend(by: length)
        try session.execute(
            """
            INSERT INTO clock_extension (clock_id, case_file_id, length, reason)
            VALUES (\(clock.id), \(clock.caseFileID), \(length), \(normalised(reason)))
            """)
        return try ClockStore.turned(session, clock)
    }
}
