internal import Postgres
internal import SandboxDomain

/// A question whose answer depends on whether a period has ended in silence. Before it is answered, whoever is a party
/// records what has lapsed among the cases they see (법 제36조 제3항): nothing is decided by a timer.
///
/// Analysts and auditors write nothing: they see the state that follows from the facts.
public protocol NeedsCurrentLapses: Query {}

/// Records the lapses among the cases that the acting person sees, each once, whoever looks first.
struct RecordLapses: Operation {
    /// Whether there is something to record, and somebody who may.
    static var isDue: Statement<Bool> { .one("SELECT is_lapse_due()", as: Bool.self) }

    /// Records what there is to record, within an act that depends on it.
    static func ifDue(_ session: Session) throws {
        if try session.get(isDue) { try RecordLapses().perform(session) }
    }

    /// Performs the act; returns how many lapses were recorded.
    @discardableResult
    func perform(_ session: Session) throws -> Int { try session.one("SELECT record_lapses()", as: Int.self) }
}
