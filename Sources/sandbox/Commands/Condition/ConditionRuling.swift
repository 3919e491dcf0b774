import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command by which the desk rules on what waits with a condition: on the evidence filed last, or on a change.
protocol ConditionRuling: TrackerCommand {
    associatedtype Act: Operation
    var writing: WritingOptions { get }
    var reference: String { get }
    var number: Int { get }
    var reason: Prose? { get }
    /// What the reason is called where one is needed; nil where it need not be given.
    var reasonNeeded: Wording? { get }
    func act(_ reference: CaseReference, _ reason: String?) -> Act
    func confirmation(_ outcome: Act.Outcome) -> Confirmation
}

extension ConditionRuling {
    var reasonNeeded: Wording? { nil }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let words = try reasonNeeded.map { try global.asked(reason, .reason, $0) } ?? reason?.text(.reason)
        let outcome = try await tracker.perform(act(reference, words), dryRun: writing.dryRun)
        try global.confirm(confirmation(outcome), dryRun: writing.dryRun)
    }
}
