import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command that says what became of a commitment.
protocol EvidenceCommand: TrackerCommand {
    var options: EvidenceOptions { get }
    static var kind: EvidenceKind { get }
    /// What happened, or why.
    func said() throws -> String
}

/// Which commitment, which day, where it is written, and what every command has.
struct EvidenceOptions: ParsableArguments {
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .commitment) var commitment: String
    @Option(help: ArgumentHelp("The day it happened (default: today).", valueName: "date")) var on: String?
    @Option(parsing: .unconditional, help: .source) var source: Prose?
}

extension EvidenceCommand {
    var global: GlobalOptions { options.global }
    var notDone: Wording { Wording("약속에 기록하지 않았습니다", "nothing was recorded of the commitment") }

    func run(_ tracker: Tracker) async throws {
        let reference: CommitmentReference
        do { reference = try CommitmentReference(options.commitment) } catch {
            throw BadInput(error, field: .commitment)
        }
        var act = GiveEvidence(reference, Self.kind, try said())
        act.happenedOn = try options.on.map { try CivilDate(option: .on, $0) }
        act.source = try options.source?.text(.source)
        let now = try await tracker.perform(act, dryRun: options.writing.dryRun)
        try global.confirm(Confirmation(now, of: reference, Self.kind), dryRun: options.writing.dryRun)
    }
}
