public import Postgres
public import SandboxDomain

/// The desk stops a deadline for a cause the rule names, on a paper. Supplements stop deadlines by themselves.
public struct StopDeadline: Operation {
    let reference: DeadlineReference
    let cause: StopCause
    let day: CivilDate?
    let paper: String

    /// - Parameters:
    ///   - day: the day it begins, nil for today at the authority; the days after it are not counted.
    ///   - paper: the paper it rests on, such as the letter that asks for the opinion.
    public init(_ reference: DeadlineReference, for cause: StopCause, from day: CivilDate?, paper: String) {
        (self.reference, self.cause, self.day, self.paper) = (reference, cause, day, paper)
    }

    public func perform(_ session: Session) throws -> ChangedDeadline {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let deadline = try DeadlineStore.lock(session, reference, as: principal)
        let day = day ?? deadline.facts.today
        try deadline.facts.mayStop(for: cause, from: day)
        try session.execute(
            """
            INSERT INTO deadline_stop (deadline_id, case_file_id, cause, paper, began_on)
            VALUES (\(deadline.id), \(deadline.caseFileID), \(cause), \(normalised(paper)), \(day))
            """)
        return try DeadlineStore.turned(session, deadline)
    }
}

/// The desk ends the current stop.
public struct ResumeDeadline: Operation {
    let reference: DeadlineReference
    let day: CivilDate?

    /// - Parameter day: the last day that is not counted; nil for today at the authority.
    public init(_ reference: DeadlineReference, on day: CivilDate?) { (self.reference, self.day) = (reference, day) }

    public func perform(_ session: Session) throws -> ChangedDeadline {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let deadline = try DeadlineStore.lock(session, reference, as: principal)
        let day = day ?? deadline.facts.today
        try deadline.facts.mayResume(on: day)
        try session.execute(
            "UPDATE deadline_stop SET ended_on = \(day) WHERE deadline_id = \(deadline.id) AND ended_on IS NULL AND NOT undone"
        )
        return try DeadlineStore.turned(session, deadline)
    }
}

/// The desk undoes a stop that should not have been made. The undoing is a separate entry; the stop itself can still be
/// read.
public struct UndoStop: Operation {
    let reference: DeadlineReference
    let number: Int
    let reason: String

    /// - Parameter number: the stop's number within the deadline, as the explanation has it.
    public init(_ reference: DeadlineReference, stop number: Int, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> ChangedDeadline {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let deadline = try DeadlineStore.lock(session, reference, as: principal)
        let stop = try session.first(
            """
            SELECT t.deadline_stop_id, t.undone, CASE WHEN t.ended_on IS NULL THEN (SELECT p.supplement_no FROM supplement AS p
                WHERE p.supplement_id = t.supplement_id AND p.answered_at IS NULL) END
            FROM (\(DeadlineStopRow.numbered(of: "\(deadline.id)"))) AS t WHERE t.number = \(number)
            """
        ) { (id: Int64, isUndone: Bool, supplement: Int?) in (id: id, isUndone: isUndone, supplement: supplement) }
        guard let stop else { throw NotFound(.deadlineStop, "\(deadline.reference) #\(number)") }
        try deadline.facts.mayUndo(number, isUndone: stop.isUndone, openSupplement: stop.supplement)
        try session.execute(
            """
            INSERT INTO deadline_stop_undoing (deadline_stop_id, case_file_id, reason)
            VALUES (\(stop.id), \(deadline.caseFileID), \(normalised(reason)))
            """)
        return try DeadlineStore.turned(session, deadline)
    }
}
