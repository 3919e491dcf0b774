public import Postgres
internal import SandboxDomain

/// Batch acts of one kind in one transaction: all are done, or none.
///
/// Each is tried, so that whoever asked for ten learns of every one that cannot be done.
public struct Batch<Act: Operation>: Operation {
    let acts: [(name: String, act: Act)]

    /// - Parameter acts: the acts in their order, each under the name it is told by, e.g. the reference of its case.
    public init(_ acts: [(name: String, act: Act)]) { self.acts = acts }

    /// Does the acts.
    /// - Throws: ``BatchFailures`` with every act a rule is against; then nothing was written.
    public func perform(_ session: Session) throws -> [Act.Outcome] {
        var outcomes: [Act.Outcome] = []
        var failures: [BatchFailures.Part] = []
        for (name, act) in acts {
            do {
                outcomes.append(try session.savepoint { try act.perform(session) })
            } catch {
                guard Self.isNo(error) else { throw error }
                failures.append(.init(name: name, error: error))
            }
        }
        guard failures.isEmpty else { throw BatchFailures(parts: failures) }
        return outcomes
    }

    /// Whether a rule said no to this one act; anything else stops them all.
    private static func isNo(_ error: any Error) -> Bool {
        error is Refusal || error is NotFound || error is NotPermitted || error is Conflict || error is BadInput
    }
}

/// Acts that were to be done together and of which at least one could not be. None was done.
public struct BatchFailures: Error, Sendable {
    /// Those that could not be done; never empty.
    public let parts: [Part]

    /// An act that could not be done.
    public struct Part: Sendable {
        /// The name it is told by.
        public let name: String
        /// What was against it.
        public let error: any Error
    }
}
