import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command that works on the case tracker.
///
/// ```swift
/// struct CaseReceive: TrackerCommand {
///     static let configuration = CommandConfiguration(name: "receive", abstract: "…")
///     @OptionGroup(title: "Everywhere") var global: GlobalOptions
///     @OptionGroup var writing: WritingOptions
///     @Argument var references: [String]
///     var notDone: Wording { Wording("접수하지 않았습니다", "nothing was received") }
///
///     func run(_ tracker: Tracker) async throws {
///         let acts = try CaseReference.all(references).map { ($0.description, ReceiveCase($0)) }
///         let moved = try await tracker.perform(Batch(acts), dryRun: writing.dryRun)
///         try global.confirm(moved.map { … }, writing)
///     }
/// }
/// ```
protocol TrackerCommand: AsyncParsableCommand, Explained {
    var global: GlobalOptions { get }
    /// Does the work; the tracker is opened before it and closed after it.
    func run(_ tracker: Tracker) async throws
}

/// A command that can say what it has not done when it fails.
protocol Explained {
    /// What did not happen: `the case was not received`. The reason follows it.
    var notDone: Wording { get }
}

extension TrackerCommand {
    /// What a command that only reads says.
    var notDone: Wording { Wording("보여 드리지 못했습니다", "nothing was shown") }

    /// Opens the tracker and runs. What is refused is told with the names that the register has for its tracks.
    func run() async throws {
        try await global.withTracker { tracker in
            do { try await run(tracker) } catch {
                guard Failure(error, notDone: notDone)?.status == .refused,
                    let tracks = try? await tracker.answer(TrackList())
                else { throw error }
                throw TrackNames.$current.withValue(TrackNames.names(tracks)) { Failure(error, notDone: notDone) }
                    ?? error
            }
        }
    }
}
