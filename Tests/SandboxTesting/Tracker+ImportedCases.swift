package import SandboxCore
package import SandboxDomain

extension Tracker {
    /// The cases that were entered from files, in the order in which they were.
    package func importedCases() async throws -> [CaseReference] {
        var log = AuditLog()
        (log.acts, log.oldestFirst) = (["import"], true)
        return try await answer(log).compactMap(\.reference)
    }
}
