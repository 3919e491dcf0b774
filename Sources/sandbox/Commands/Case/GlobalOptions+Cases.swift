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
            confirmations.append(confirmation(one, await openTasks(one.reference, tracker, dryRun: writing.dryRun)))
        }
        try confirm(confirmations, isList: moved.count != 1, dryRun: writing.dryRun)
    }

    /// Whose turn it is on a case; nothing in a dry run, which has no afterwards, and nothing that programs would read. The act
    /// is done by now: what cannot be read is said, and changes nothing of what is said of the act.
    func openTasks(_ reference: CaseReference, _ tracker: Tracker, dryRun: Bool) async -> [CaseDetail.OpenTask] {
        if dryRun || format != nil && format != .table { return [] }
        do { return try await tracker.answer(WaitingFor(reference)) } catch {
            Console.current.say(
                Wording(
                    "처리했습니다. 다음 차례는 읽지 못했습니다. 확인: sandbox case view \(reference)",
                    "it was done; whose turn it is now could not be read: sandbox case view \(reference)"),
                in: language)
            return []
        }
    }
}
