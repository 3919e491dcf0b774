public import Postgres
internal import SandboxDomain

/// Several acts of one kind in one transaction: all are done, or none.
///
/// Each is tried, so that the caller learns of every act that cannot be done.
public struct Batch<Act: Operation>: Operation {
    let acts: [(name: String, act: Act)]

    /// - Parameter acts: the acts in their order, each under the name by which it is reported, e.g. the reference of
    ///   its case.
    public init(_ acts: [(name: String, act: Act)]) { self.acts = acts }

    /// - Throws: ``BatchFailures`` with every act that a rule refuses; then nothing was written.
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

    /// Whether a rule refused this one act; anything else stops all of them.
    private static func isNo(_ error: any Error) -> Bool {
        error is Refusal || error is NotFound || error is NotPermitted || error is Conflict || error is BadInput
    }
}

/// Acts that were to be done together, of which at least one could not be done. None was done.
public struct BatchFailures: Error, Sendable {
    /// Those that could not be done; never empty.
    public let parts: [Part]

    /// An act that could not be done.
    public struct Part: Sendable {
        /// The name by which it is reported.
        public let name: String
        /// Why it could not be done.
        public let error: any Error
    }
}
