public import Postgres
public import SandboxDomain

/// The desk stops a clock for a cause the rule names, on a paper. Supplements stop clocks by themselves.
public struct StopClock: Operation {
    let reference: ClockReference
    let cause: StopCause
    let day: CivilDate?
    let paper: String

    /// - Parameters:
    ///   - day: the day it begins, nil for today at the authority; the days after it are not counted.
    ///   - paper: the paper it rests on, such as the letter that asks for the opinion.
    public init(_ reference: ClockReference, for cause: StopCause, from day: CivilDate?, paper: String) {
        (self.reference, self.cause, self.day, self.paper) = (reference, cause, day, paper)
    }

    public func perform(_ session: Session) throws -> TurnedClock {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let clock = try ClockStore.lock(session, reference, as: principal)
        let day = day ?? clock.facts.today
        try clock.facts.mayStop(for: cause, from: day)
        try session.execute(
            """
            INSERT INTO clock_stop (clock_id, case_file_id, cause, paper, began_on)
            VALUES (\(clock.id), \(clock.caseFileID), \(cause), \(normalised(paper)), \(day))
            """)
        return try ClockStore.turned(session, clock)
    }
}

/// The desk ends the stop that lasts.
public struct ResumeClock: Operation {
    let reference: ClockReference
    let day: CivilDate?

    /// - Parameter day: the last day that is not counted; nil for today at the authority.
    public init(_ reference: ClockReference, on day: CivilDate?) { (self.reference, self.day) = (reference, day) }

    public func perform(_ session: Session) throws -> TurnedClock {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let clock = try ClockStore.lock(session, reference, as: principal)
        let day = day ?? clock.facts.today
        try clock.facts.mayResume(on: day)
        try session.execute(
            "UPDATE clock_stop SET ended_on = \(day) WHERE clock_id = \(clock.id) AND ended_on IS NULL AND NOT undone")
        return try ClockStore.turned(session, clock)
    }
}

/// The desk undoes a stop that should not have been: by an entry of its own, the stop itself stays to be read.
public struct UndoStop: Operation {
    let reference: ClockReference
    let number: Int
    let reason: String

    /// - Parameter number: the stop's number within the clock, as the explanation has it.
    public init(_ reference: ClockReference, stop number: Int, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> TurnedClock {
        let principal = try Principal.current(session)
        _ = try principal.required([.desk])
        let clock = try ClockStore.lock(session, reference, as: principal)
        let stop = try session.first(
            "SELECT clock_stop_id, undone FROM (\(ClockStopRow.numbered(of: "\(clock.id)"))) AS t WHERE number = \(number)"
        ) { (id: Int64, isUndone: Bool) in (id: id, isUndone: isUndone) }
        guard let stop else { throw NotFound(.clockStop, "\(clock.reference) #\(number)") }
        try clock.facts.mayUndo(number, isUndone: stop.isUndone)
        try session.execute(
            """
            INSERT INTO clock_stop_undoing (clock_stop_id, case_file_id, reason)
            VALUES (\(stop.id), \(clock.caseFileID), \(normalised(reason)))
            """)
        return try ClockStore.turned(session, clock)
    }
}
