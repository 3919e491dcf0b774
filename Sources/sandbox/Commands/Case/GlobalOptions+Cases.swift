import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension GlobalOptions {
    /// Says what became of cases, and whose turn it is now.
    /// - Parameter confirmation: what is said of one.
    func confirm(
        _ moved: [MovedCase], _ tracker: Tracker, _ writing: WritingOptions,
        _ confirmation: (MovedCase, [CaseDetail.OpenTask]) -> Confirmation
    ) async throws {
        var confirmations: [Confirmation] = []
        for one in moved {
            confirmations.append(confirmation(one, try await openTasks(one.reference, tracker, dryRun: writing.dryRun)))
        }
        try confirm(confirmations, isList: moved.count != 1, dryRun: writing.dryRun)
    }

    /// Whose turn it is on a case; nothing in a dry run, which has no afterwards, and nothing that programs would read.
    func openTasks(_ reference: CaseReference, _ tracker: Tracker, dryRun: Bool) async throws -> [CaseDetail.OpenTask] {
        if dryRun || format != nil && format != .table { return [] }
        return try await tracker.answer(WaitingFor(reference))
    }
}
